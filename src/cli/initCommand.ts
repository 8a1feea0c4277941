import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { writeWhole } from '../../model/platform/writeWhole.ts';
import { InvalidArgumentError, requireOneOf } from '../../model/values/invalidArgument.ts';
import { type RunnerName, runnerNames } from './init/readProject.ts';
import { print, printWarning } from './output/print.ts';
import { requireText } from './requireText.ts';

interface Flags {
  readonly handler: string;
  readonly domain: string;
  readonly consumer?: string;
  readonly via?: string;
  readonly rule?: string;
  readonly setup?: string;
  readonly runner?: string;
  readonly out?: string;
  readonly allowNetwork?: true;
}

/** The transports by the names of the command line. */
const transports = {
  lambda: 'viaLambda',
  sqs: 'viaSqs',
  sns: 'viaSns',
  'sns-to-sqs': 'viaSnsToSqs',
  kinesis: 'viaKinesis',
  firehose: 'viaFirehose',
} as const;

type TransportName = keyof typeof transports;

const transportNames = Object.keys(transports) as TransportName[];

const commands: Readonly<Record<RunnerName, string>> = {
  jest: 'npx jest',
  vitest: 'npx vitest run',
  node: 'node --test',
};

/** `connect-cases init`: the first contract test of a handler. */
export function initCommand(): Command {
  return new Command('init')
    .description(
      'Try a handler out with generated events, and print the first contract test of what it reads. Nothing is overwritten.',
    )
    .showHelpAfterError('(connect-cases init --help shows the options)')
    .requiredOption('--handler <file#export>', 'the function that Lambda calls, such as src/handler.ts#handler')
    .requiredOption('--domain <file>', 'a .ts or .js file that exports the domain')
    .option('--out <file>', 'the test file; its folder is made (default: standard output)')
    .option('--consumer <name>', 'the name of the consumer (default: the name in package.json)')
    .option('--via <transport>', `what brings the events: ${transportNames.join(', ')} (default: a rule)`)
    .option('--rule <file>', 'a .json file with the event pattern of the rule before the handler')
    .option(
      '--setup <file>',
      'a module to load before the handler, in the test too: it sets variables and fakes, and may export reset and downstream',
    )
    .option('--runner <name>', `${runnerNames.join(', ')} (default: the one in package.json)`)
    .option('--allow-network', 'let the handler connect to other hosts while it is tried out')
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  for (const name of ['handler', 'domain', 'consumer', 'rule', 'setup', 'out'] as const)
    requireText(`--${name}`, flags[name]);
  const { via, runner, out } = flags;
  const transport = via === undefined ? undefined : transports[requireOneOf('--via', via, transportNames)];
  const chosen = runner === undefined ? undefined : requireOneOf('--runner', runner, runnerNames);
  requireFree(out);
  // Loaded here, because no other command needs them.
  const [{ init }, { adviseFake }] = await Promise.all([import('./init/init.ts'), import('./init/explainFailing.ts')]);
  const { handler, domain, consumer, rule, setup, allowNetwork: allowsNetwork = false } = flags;
  const request = { handler, domain, consumer, rule, setup, out, allowsNetwork, via: transport, runner: chosen };
  const { file, text, runner: used, reached } = await init(request);
  if (out === undefined) {
    print(text.trimEnd());
    printWarning(`Write it to a file such as ${file} (--out ${file}), and run: ${commands[used]} ${file}`);
  } else {
    requireFree(out);
    writeWhole(out, text);
    printWarning(`${out} is written. Run it: ${commands[used]} ${out}`);
  }
  if (reached.length > 0) printWarning(adviseFake(reached));
}

/** @throws InvalidArgumentError if something has the name of the test file already */
function requireFree(out: string | undefined): void {
  if (out === undefined || !existsSync(out)) return;
  throw new InvalidArgumentError({
    argument: '--out',
    received: out,
    allowed: 'a file that does not exist yet',
    because: 'It exists, and is kept',
    todo: 'Name another file, or leave --out out and copy what is printed',
  });
}
