import { Command } from 'commander';
import { formatPattern } from '../../contracts/rule/formatPattern.ts';
import { suggestRule } from '../../contracts/rule/suggestRule.ts';
import { Refusal } from '../broker/client/refusal.ts';
import { readTableRows } from '../broker/readTableRows.ts';
import { print, printJson } from './output/print.ts';
import { requireText } from './requireText.ts';

interface Flags {
  readonly dir: string;
  readonly consumer?: string;
  readonly json?: true;
}

/** `connect-cases rule`: the smallest event pattern for a consumer's table. */
export function ruleCommand(): Command {
  return new Command('rule')
    .description(
      'Print the smallest EventBridge event pattern that delivers all events that a consumer reads, and no others. Run the tests that call verify first: the parts that they write name the rows of the table.',
    )
    .showHelpAfterError('(connect-cases rule --help shows the options)')
    .option('--dir <directory>', 'the directory that verify wrote its parts to', 'pacts')
    .option('--consumer <name>', 'the consumer (default: the only one with parts)')
    .option('--json', 'one JSON object with consumer and pattern on standard output')
    .action((flags: Flags) => {
      requireText('--dir', flags.dir);
      requireText('--consumer', flags.consumer);
      const { consumer, rows } = readTableRows(flags.dir, flags.consumer);
      const pattern = suggestRule(rows);
      if (pattern === undefined) {
        throw new Refusal([`${consumer} reads nothing of any event, so it needs no rule.`]);
      }
      if (flags.json) printJson({ consumer, pattern });
      else print(formatPattern(pattern));
    });
}
