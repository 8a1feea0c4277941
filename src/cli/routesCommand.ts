import { Command } from 'commander';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import { InvalidArgumentError, rephrase } from '../../model/values/invalidArgument.ts';
import type { UndecidedSetting } from '../infrastructure/values/requireKnown.ts';
import { addToList } from './addToList.ts';
import { print, printJson } from './print.ts';
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
  const parameters = Object.fromEntries(flags.parameter.map(parseParameter));
  // Loaded here, because no other command needs them.
  const [{ readTemplate }, { surveyRoutes }, { surveyLines }, { UndecidedSetting }, { loadDomain }] = await Promise.all(
    [
      import('../infrastructure/template/readTemplate.ts'),
      import('../infrastructure/overview/surveyRoutes.ts'),
      import('../infrastructure/overview/surveyLines.ts'),
      import('../infrastructure/values/requireKnown.ts'),
      import('./domainFile.ts'),
    ],
  );
  const domain = flags.domain === undefined ? exampleDomain : await loadDomain('--domain', flags.domain);
  // A case event is published in the account and Region of its domain, where its rule is too.
  const here = { 'AWS::AccountId': domain.accountId, 'AWS::Region': domain.region };
  const template = templates.length === 1 ? templates[0] : templates;
  try {
    const survey = surveyRoutes(readTemplate(template, { ...here, ...parameters }), domain);
    if (flags.json) printJson(survey);
    else print(surveyLines(survey).join('\n'));
  } catch (error) {
    throw error instanceof UndecidedSetting ? nameFlags(error) : error;
  }
}

/** The same refusal with the flag in place of the option of `deliveryTo`. */
function nameFlags(error: UndecidedSetting): InvalidArgumentError {
  const flags = error.names.map((name) => `--parameter ${name}=…`);
  return rephrase(error, {
    allowed: 'a value that the template decides, or that --parameter gives',
    todo: `Give ${flags.join(' ')}`,
  });
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
