import { describeThrown } from '../../../model/platform/describeThrown.ts';
import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { fs } from '../../../model/platform/nodeModules.ts';
import { capitalize, readFileText, UnreadInput } from '../../../model/platform/readFileText.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { isMembers, type Members } from '../../../model/values/members.ts';
import { readCloudFormation } from '../cloudFormation/readCloudFormation.ts';
import type { Sections } from '../cloudFormation/resolver.ts';
import type { WrittenStack } from '../cloudFormation/stacks.ts';
import type { Infrastructure, TemplateRule } from '../model/infrastructure.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import { readTerraform } from '../terraform/readTerraform.ts';
import { listTemplateFiles } from './listTemplateFiles.ts';
import { parseTemplate } from './parseTemplate.ts';

const ALLOWED =
  'a CloudFormation or SAM template (JSON or YAML), what cdk synth writes, or what terraform show -json prints: its file, its text, or the object';

/**
 * What a template says.
 * @param template the name of its file, its text, or the parsed object; or a list of templates of CloudFormation
 * @param parameters values of parameters, and of everything else that the template does not decide, by name
 * @throws InvalidArgumentError for anything else
 */
export function readTemplate(template: unknown, parameters: Members = {}): Infrastructure {
  if (Array.isArray(template) && template.length > 0) return readStacks(template, parameters);
  const root = openTemplate(template);
  if (isMembers(root) && isMembers(root.Resources)) {
    return readCloudFormation([openStack(template, root)], parameters);
  }
  if (isMembers(root) && (isMembers(root.planned_values) || isState(root))) {
    const infrastructure = readTerraform(root as TerraformPlan, parameters);
    return { ...infrastructure, rules: infrastructure.rules.map((rule) => nameFile(rule, template)) };
  }
  return refuse('template', template, root);
}

/** What several stacks say together. */
function readStacks(templates: readonly unknown[], parameters: Members): Infrastructure {
  const opened = templates.map((template, index) => {
    const root = openTemplate(template);
    if (isMembers(root) && isMembers(root.Resources)) return openStack(template, root);
    return refuse(`template[${index}]`, template, root);
  });
  return readCloudFormation(opened, parameters);
}

function openStack(template: unknown, root: Members): WrittenStack {
  const sections = requireResources(root);
  return typeof template === 'string' && !isText(template) ? { sections, file: template } : { sections };
}

function nameFile(rule: TemplateRule, template: unknown): TemplateRule {
  return typeof template === 'string' && !isText(template) ? { ...rule, file: template } : rule;
}

/** Whether a text is a template itself, not the name of its file: it has a line end or a brace. */
function isText(template: string): boolean {
  return /[\n{]/.test(template);
}

function openTemplate(template: unknown): unknown {
  if (typeof template === 'string') return parseText(template);
  if (isAddress(template)) return parseText(loadNodeModule('node:url').fileURLToPath(template));
  requireJson(template);
  return template;
}

/** An object may contain itself. */
function requireJson(root: unknown): void {
  try {
    JSON.stringify(root);
  } catch (error) {
    throw new InvalidArgumentError({
      argument: 'template',
      received: undefined,
      shown: 'an object that is no JSON',
      allowed: ALLOWED,
      because: describeThrown(error),
    });
  }
}

function isState({ values }: Members): boolean {
  return isMembers(values) && 'root_module' in values;
}

function refuse(argument: string, template: unknown, root: unknown): never {
  throw new InvalidArgumentError({
    argument,
    received: template,
    shown: describe(template, root),
    allowed: ALLOWED,
    ...explainOther(root),
  });
}

function parseText(text: string): unknown {
  if (isText(text)) return parseTemplate(text, 'template');
  if (text.trim() === '') {
    const because = 'The name of a file is missing';
    throw new InvalidArgumentError({ argument: 'template', received: text, allowed: ALLOWED, because });
  }
  const files = listTemplateFiles(text);
  const file = files.find((one) => fs.existsSync(one)) ?? files[0];
  try {
    const content = readFileText(file);
    if (content.trim() === '') throw new UnreadInput('the file is empty');
    return parseTemplate(content, `template ${JSON.stringify(text)}`);
  } catch (error) {
    if (!(error instanceof UnreadInput)) throw error;
    const tried = fs.existsSync(file) ? file : files.join(' and ');
    throw new InvalidArgumentError({
      argument: 'template',
      received: text,
      allowed: ALLOWED,
      because: `${capitalize(error.message)}: ${tried}`,
    });
  }
}

/** Whether a value is the address of a file: `new URL('../template.yaml', import.meta.url)`. */
function isAddress(template: unknown): template is URL {
  return isMembers(template) && typeof template.href === 'string' && template.protocol === 'file:';
}

function requireResources(root: Members): Sections {
  for (const [id, resource] of Object.entries(root.Resources as Members)) {
    if (id.startsWith('Fn::')) continue;
    if (isMembers(resource) && typeof resource.Type === 'string') continue;
    throw new InvalidArgumentError({
      argument: `template.Resources.${id}`,
      received: resource,
      allowed: 'a resource with a Type',
    });
  }
  const resources = Object.entries(root.Resources as Members);
  return {
    ...root,
    Resources: Object.fromEntries(resources.filter(([id]) => !id.startsWith('Fn::'))),
    loops: resources.map(([id]) => id).filter((id) => id.startsWith('Fn::')),
  } as unknown as Sections;
}

function describe(template: unknown, root: unknown): string {
  if (typeof template !== 'string') return isMembers(root) ? `an object with ${listKeys(root)}` : showKind(root);
  const whose = isText(template) ? 'a text' : JSON.stringify(template);
  return isMembers(root) ? `${whose}, which has ${listKeys(root)}` : `${whose}, which is ${showKind(root)}`;
}

function listKeys(root: Members): string {
  const keys = Object.keys(root);
  if (keys.length === 0) return 'no members';
  return `the members ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}`;
}

function showKind(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'function') return 'a function';
  return value === null || typeof value !== 'object' ? String(value) : 'an object';
}

/** Why a document of another kind is no template. */
function explainOther(root: unknown): { readonly because?: string; readonly todo?: string } {
  if (!isMembers(root)) return {};
  if ('Resources' in root) return { because: 'Its Resources are no object' };
  if ('resources' in root && 'version' in root && 'lineage' in root) {
    return { because: 'It is a state file of Terraform', todo: 'Give what terraform show -json prints' };
  }
  if ('service' in root || 'functions' in root) {
    return {
      because: 'It is a file of the Serverless Framework',
      todo: 'Give the CloudFormation template that serverless package writes: .serverless/cloudformation-template-update-stack.json',
    };
  }
  if ('artifacts' in root) {
    return { because: 'It is a manifest of the CDK', todo: 'Give the file cdk.out/<stack>.template.json' };
  }
  return { because: 'It has neither Resources nor planned_values nor values' };
}
