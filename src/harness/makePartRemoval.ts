import type { Contract } from '../../contracts/contract.ts';
import { warn } from '../../model/platform/realProcess.ts';
import { joinFirst } from '../../model/values/show/joinFirst.ts';
import type { Attempt } from '../pact/attempt.ts';
import { deletePart } from '../pact/part.ts';
import { summarizeThrown } from './failure/formatThrown.ts';
import type { TracedCall } from './lambda/tracedCall.ts';

/**
 * Returns a function that removes a contract's part from a directory, for an error after a passed run. The path is
 * absolute, because the working directory may change.
 */
export function makePartRemoval(contract: Contract, dir: string, attempt: Attempt): (call: TracedCall) => void {
  let isReported = false;
  return (call) => {
    const words = `the handler failed ${getMilliseconds(call).toLocaleString('en')} ms after its call (${summarizeThrown(call.late?.error)})`;
    const wasReported = isReported;
    isReported = true;
    try {
      attempt.begin();
      deletePart(dir, contract);
      if (!wasReported) warn(`${contract.title}: the part is withdrawn: ${words}`);
    } catch (error) {
      warn(`${contract.title}: ${words}. ${(error as Error).message}`);
    }
  };
}

/** Reports other failed calls of such a run in one line, with the same or other errors. */
export function warnOfOthers({ title }: Contract, calls: readonly TracedCall[]): void {
  const times = calls.map(getMilliseconds).sort((one, other) => one - other);
  const [least, most] = [times[0], times.at(-1)].map((time) => (time as number).toLocaleString('en'));
  const counts = new Map<string, number>();
  for (const { late } of calls) {
    const words = summarizeThrown(late?.error);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const kinds = [...counts].map(([words, count]) => `${count.toLocaleString('en')} × ${words}`);
  const [many, took] = [calls.length.toLocaleString('en'), least === most ? least : `${least} to ${most}`];
  warn(
    `${title}: ${many} more calls of the handler failed in the same way, ${took} ms after they began (${joinFirst(kinds, MOST_KINDS, 'other errors')})`,
  );
}

/** The most kinds of errors in one line. */
const MOST_KINDS = 3;

function getMilliseconds({ late }: TracedCall): number {
  return Math.round(late?.after ?? 0);
}
