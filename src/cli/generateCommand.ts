import { Command } from 'commander';
import { eventClasses } from '../../model/event/eventClasses.ts';
import { eventTypes } from '../../model/facts/eventTypes.ts';
import { relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import { InvalidArgumentError, rephrase, requireOneOf } from '../../model/values/invalidArgument.ts';
import { parseWholeNumber } from '../../model/values/requireWholeNumber.ts';
import { addToList } from './addToList.ts';
import { type EnvelopeName, envelopeNames } from './envelope.ts';
import { makePrintable } from './output/print.ts';
import { parseDialect } from './parseDialect.ts';
import { requireText } from './requireText.ts';

interface Flags {
  readonly type?: string;
  readonly itemType?: string;
  readonly class: string;
  readonly count: string;
  readonly bytes?: string;
  readonly seed: string;
  readonly shard: string;
  readonly domain?: string;
  readonly dialect: readonly string[];
  readonly envelope: string;
  readonly out?: string;
  readonly force?: true;
  readonly json?: true;
}

const classes = eventClasses.filter((name) => name !== 'foreign');

/** `connect-cases generate`: fixtures as NDJSON. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('Write events as NDJSON, one a line: those of fixture for --seed and the seeds after it.')
    .showHelpAfterError('(connect-cases generate --help shows the options)')
    .option('--type <type>', 'only this event type (default: all six of each case, in the order of its history)')
    .option('--item-type <type>', 'only this related item type (default: it changes from case to case)')
    .option('--class <class>', classes.join(', '), 'typical')
    .option('--count <number>', 'how many events, over all shards', '1')
    .option('--bytes <number>', 'the exact entry size of each event')
    .option('--seed <number>', 'the seed of the first case; each further case takes the next seed', '0')
    .option(
      '--shard <i/n>',
      'a share such as 1/3, for several machines; without --type the events of a case stay together',
      '1/1',
    )
    .option('--domain <file>', 'a .ts, .js or .json file with the domain (default: the example domain)')
    .option(
      '--dialect <question=reading>',
      'another reading of what AWS leaves open, such as relatedItemType=comment; may be given several times',
      addToList,
      [],
    )
    .option(
      '--envelope <name>',
      'the envelope in which a Lambda function gets each event: sqs, sns, kinesis, firehose or none',
      'none',
    )
    .option('--out <file>', 'a file, written whole or not at all (default: standard output)')
    .option('--force', 'replace the file if it exists')
    .option(
      '--json',
      'report what was written as one JSON object: on standard output, or on standard error without --out',
    )
    .action(run);
}

async function run(flags: Flags): Promise<void> {
  const envelope: EnvelopeName = requireOneOf('--envelope', flags.envelope, envelopeNames);
  const options = {
    type: flags.type === undefined ? undefined : requireOneOf('--type', flags.type, eventTypes),
    relatedItemType:
      flags.itemType === undefined ? undefined : requireOneOf('--item-type', flags.itemType, relatedItemTypes),
    eventClass: requireOneOf('--class', flags.class, classes),
    count: parseWholeNumber('--count', flags.count, { least: 1, most: Number.MAX_SAFE_INTEGER }),
    bytes:
      flags.bytes === undefined
        ? undefined
        : parseWholeNumber('--bytes', flags.bytes, { least: 1, most: Number.MAX_SAFE_INTEGER }),
    seed: parseWholeNumber('--seed', flags.seed, { least: 0, most: Number.MAX_SAFE_INTEGER }),
    shard: parseShard(flags.shard),
    dialect: parseDialect(flags.dialect),
  };
  const largestSeed = Number.MAX_SAFE_INTEGER - options.count + 1;
  if (options.seed > largestSeed) {
    throw new InvalidArgumentError({
      argument: '--seed',
      received: options.seed,
      allowed: `up to ${largestSeed.toLocaleString('en')} for this --count`,
    });
  }
  if (flags.force && flags.out === undefined) {
    throw new InvalidArgumentError({
      argument: '--force',
      received: true,
      shown: 'given without --out',
      allowed: 'together with --out only',
    });
  }
  requireText('--domain', flags.domain);
  if (flags.out === '')
    throw new InvalidArgumentError({ argument: '--out', received: '', allowed: 'the name of a file' });
  // Loaded here, because no other command needs them.
  const [{ generate, Interrupted }, { openOutputFile, openStandardOutput }, { loadDomain }] = await Promise.all([
    import('./generate.ts'),
    import('./output/sinks.ts'),
    import('./modules/loadDomain.ts'),
  ]);
  const domain = flags.domain === undefined ? undefined : await loadDomain('--domain', flags.domain);
  const { out, force = false } = flags;
  const open = out === undefined ? openStandardOutput : () => openOutputFile(out, { force });
  const shown = process.stderr.isTTY === true && (out !== undefined || process.stdout.isTTY !== true);
  const generated = await generate({ ...options, domain }, { envelope, open, shown }).catch((error) => {
    // Unfinished output is removed; now the signal ends the process as usual.
    if (error instanceof Interrupted) process.kill(process.pid, error.signal);
    throw renameToFlag(error);
  });
  if (!flags.json) return;
  const report = `${makePrintable(JSON.stringify(out === undefined ? generated : { ...generated, file: out }))}\n`;
  (out === undefined ? process.stderr : process.stdout).write(report);
}

const flagsOfOptions: Readonly<Record<string, string>> = {
  'options.bytes': '--bytes',
  'options.class': '--class',
  'options.relatedItemType': '--item-type',
};

/** Names the flag for a refused option of `fixture`. */
function renameToFlag(error: unknown): unknown {
  if (!(error instanceof InvalidArgumentError)) return error;
  const flag = flagsOfOptions[error.argument];
  return flag === undefined ? error : rephrase(error, { argument: flag });
}

function parseShard(received: string): { index: number; of: number } {
  const [, index = 0, of = 0] = (/^(\d{1,9})\/(\d{1,9})$/.exec(received) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new InvalidArgumentError({
    argument: '--shard',
    received,
    allowed: 'a share such as "1/3", "2/3" and "3/3"',
  });
}
