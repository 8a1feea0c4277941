import { Command } from 'commander';
import { showCount } from '../../model/values/show/showCount.ts';
import { type Assembled, assemble } from '../broker/assemble.ts';
import { print, printJson } from './output/print.ts';
import { requireText } from './requireText.ts';

interface Flags {
  readonly dir: string;
  readonly consumer?: string;
  readonly json?: true;
}

/** `connect-cases assemble`: makes pacts from the parts that `verify` wrote. */
export function assembleCommand(): Command {
  return new Command('assemble')
    .description(
      'Merge the parts that verify wrote, one for each contract, into the pact <dir>/<consumer>-aws.cases.json.',
    )
    .showHelpAfterError('(connect-cases assemble --help shows the options)')
    .option('--dir <directory>', 'the directory that verify wrote its parts to', 'pacts')
    .option('--consumer <name>', 'only this consumer (default: all)')
    .option('--json', 'one JSON object on standard output')
    .action((flags: Flags) => {
      requireText('--dir', flags.dir);
      requireText('--consumer', flags.consumer);
      const assembled = assemble(flags);
      if (flags.json) printJson({ assembled });
      else print(assembled.flatMap(formatAssembled).join('\n'));
    });
}

function formatAssembled({ consumer, file, interactions, contracts, removedPact }: Assembled): string[] {
  const made = `${file}: ${showCount(interactions, 'interaction')} of ${showCount(contracts, 'contract')}`;
  return [
    file === undefined
      ? `${consumer}: no pact, because its table ignores everything (${showCount(contracts, 'contract')})`
      : made,
    ...(removedPact === undefined ? [] : [`${consumer}: removed the earlier pact, ${removedPact}`]),
  ];
}
