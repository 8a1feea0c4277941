import { Command } from 'commander';
import { type Domain, requireDomain } from '../../model/domain/domain.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { InvalidArgumentError, rephrase } from '../../model/values/invalidArgument.ts';
import type { Survey } from '../infrastructure/overview/surveyRoutes.ts';
import type { UndecidedSetting } from '../infrastructure/values/requireKnown.ts';
import { addToList } from './addToList.ts';
import { print, printJson } from './output/print.ts';
import { requireText } from './requireText.ts';

interface Flags {
  readonly domain?: string;
  readonly parameter: readonly string[];
  readonly json?: true;
}

/** `connect-cases routes`: which events of Cases reach which function, as a template says. */
export function routesCommand(): Command {
  return new Command('routes')
    .description('Show which events get through each rule on aws.cases in a template, and to which target.')
    .argument(
      '<templates...>',
      'a CloudFormation or SAM template, what cdk synth writes, or what terraform show -json prints',
    )
    .showHelpAfterError('(connect-cases routes --help shows the options)')
    .option('--domain <file>', 'a .ts, .js or .json file with the domain (default: the example domain)')
    .option(
      '--parameter <name=value>',
      'a value that the template does not decide, such as Stage=prod; may be given several times',
      addToList,
      [],
    )
    .option('--json', 'one JSON object on standard output')
    .action(run);
}

async function run(templates: readonly string[], flags: Flags): Promise<void> {
  requireText('<templates...>', ...templates);
  requireText('--domain', flags.domain);
  const parameters: Parameters = Object.fromEntries(flags.parameter.map(parseParameter));
  // Loaded here, because no other command needs them.
  const [{ readTemplate }, { forgetPlace }, { surveyRoutes }, { surveyLines }, { UndecidedSetting }, { loadDomain }] =
    await Promise.all([
      import('../infrastructure/template/readTemplate.ts'),
      import('../infrastructure/permissions/forgetPlace.ts'),
      import('../infrastructure/overview/surveyRoutes.ts'),
      import('../infrastructure/overview/surveyLines.ts'),
      import('../infrastructure/values/requireKnown.ts'),
      import('./modules/loadDomain.ts'),
    ]);
  const domain =
    flags.domain === undefined
      ? moveDomain(exampleDomain, parameters)
      : requireSamePlace(await loadDomain('--domain', flags.domain), parameters);
  // A case event is published in the account and Region of its domain, where its rule is too.
  const here = { 'AWS::AccountId': domain.accountId, 'AWS::Region': domain.region };
  const template = templates.length === 1 ? templates[0] : templates;
  try {
    const infrastructure = readTemplate(template, { ...here, ...parameters });
    const assumed = flags.domain === undefined ? Object.keys(here).filter((name) => !(name in parameters)) : [];
    const survey = writeFlags(surveyRoutes(forgetPlace(infrastructure, assumed), domain));
    if (flags.json) printJson(survey);
    else print(surveyLines(survey, domain).join('\n'));
  } catch (error) {
    throw error instanceof UndecidedSetting ? nameFlags(error) : nameParameter(error);
  }
}

/** The pseudo parameters that say where a domain is. */
const places = { accountId: 'AWS::AccountId', region: 'AWS::Region' } as const;

type Parameters = Readonly<Record<string, string>>;

/** The domain in the given account and Region: the rules of the template are there. */
function moveDomain(domain: Domain, parameters: Parameters): Domain {
  const moved = Object.entries(places).flatMap(([member, name]) => {
    const given = parameters[name];
    return given === undefined ? [] : [[member, given] as const];
  });
  if (moved.length === 0) return domain;
  try {
    return requireDomain({ ...domain, ...Object.fromEntries(moved) });
  } catch (error) {
    const [, name] = Object.entries(places).find(([member]) => (error as Error).message.includes(member)) ?? [];
    if (!(error instanceof InvalidArgumentError) || name === undefined) throw error;
    throw rephrase(error, { argument: `--parameter ${name}` });
  }
}

/** Refuses a given account or Region in which the domain is not: its events never reach the rules of the template. */
function requireSamePlace(domain: Domain, parameters: Parameters): Domain {
  for (const [member, name] of Object.entries(places)) {
    const [given, own] = [parameters[name], domain[member as keyof typeof places]];
    if (given === undefined || given === own) continue;
    throw new InvalidArgumentError({
      argument: `--parameter ${name}`,
      received: given,
      allowed: `"${own}", as in --domain`,
      todo: 'Leave one of them out',
    });
  }
  return domain;
}

/** The same refusal with the flag in place of the option of `deliveryTo`. */
function nameFlags(error: UndecidedSetting): InvalidArgumentError {
  const flags = error.names.map((name) => `--parameter ${name}=…`);
  return rephrase(error, {
    allowed: 'a value that the template decides, or that --parameter gives',
    todo: `Give ${flags.join(' ')}`,
  });
}

/** A refused parameter by the flag that gives it. */
function nameParameter(error: unknown): unknown {
  if (!(error instanceof InvalidArgumentError)) return error;
  const { argument } = error;
  if (argument === 'the parameter name in options.parameters')
    return rephrase(error, { argument: 'the name in --parameter' });
  const [, name] = /^options\.parameters\.(.+)$/.exec(argument) ?? [];
  return name === undefined ? error : rephrase(error, { argument: `--parameter ${name}` });
}

/** A survey whose findings name flags in place of the options of `deliveryTo`. */
function writeFlags(survey: Survey): Survey {
  const routes = survey.routes.map((route) => ({
    ...route,
    findings: route.findings.map((finding) => ({ ...finding, todo: finding.todo.replace(CODE, writeGiven) })),
  }));
  return { ...survey, routes };
}

/** The call of `deliveryTo` that gives parameters. */
const CODE = /[Ww]rite deliveryTo\(template, functionId, \{ parameters: \{ (.*?) \} \}\)/g;

function writeGiven(_: string, given: string): string {
  const names = [...given.matchAll(/(?:^|, )(?:'([^']+)'|(\w+)): …/g)].map(([, quoted, plain]) => quoted ?? plain);
  return `Give ${names.map((name) => `--parameter ${name}=…`).join(' ')}`;
}

function parseParameter(text: string): readonly [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new InvalidArgumentError({
    argument: '--parameter',
    received: text,
    allowed: 'a name and a value, such as "Stage=prod"',
  });
}
