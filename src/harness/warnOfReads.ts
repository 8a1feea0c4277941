import type { Step } from '../../arbitraries/bulk/shrink.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { Read } from '../event/paths.ts';
import { warn } from '../platform/realProcess.ts';
import type { Run } from './run.ts';
import { look } from './touchedReads.ts';

/**
 * Plays the samples again when all has been played. A contract of which nothing is read promises what it does not keep;
 * a handler that reads less than it did `atFirst` takes other events for repeats, and so has not done its work on them.
 * @returns whether nothing is read
 */
export async function warnOfReads(
  contract: Contract,
  run: Run,
  samples: readonly Step[],
  atFirst: ReadonlySet<Read> | undefined,
): Promise<boolean> {
  if (contract.reads.length === 0) return false;
  const identity = () => run.identities.next();
  const { touched: atLast, parsed, failure } = await look(contract, samples, run, { identity });
  if (atLast === undefined || failure !== undefined) return false;
  const dropped = [...(atFirst ?? [])].filter((read) => !atLast.has(read));
  const silent = atLast.size === 0;
  if (dropped.length > 0) {
    warn(
      `${contract.title}: drops repeats: give \`reset\`. Of the last event the handler no longer reads ${pathsOf(dropped)}, which it read of the first one, though only ids and times differ. Events that it takes for repeats are not tested.`,
    );
  } else if (silent) {
    const why = parsed
      ? 'Does the handler know this event type, or return early?'
      : `Behind ${run.transport?.name} the function never looks into a record: does it return early?`;
    warn(`${contract.title}: declared, never read: ${pathsOf(contract.reads)}. ${why}`);
  }
  return silent;
}

function pathsOf(reads: readonly Read[]): string {
  return reads.map(({ path }) => path).join(', ');
}
