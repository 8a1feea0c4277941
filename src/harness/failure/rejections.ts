import { realProcess, realTimers, warn } from '../../../model/platform/realProcess.ts';
import { interceptErrors } from '../../../model/platform/uncaughtErrors.ts';

const KEY = Symbol.for('connect-cases-contracts: rejections');
const process = realProcess as NodeJS.Process & { [KEY]?: WeakSet<object> };

/** What promises of ours were rejected with, shared by all copies of this module that runners load. */
process[KEY] ??= new WeakSet();
const rejections = process[KEY];

/** Whether an error is what a promise of ours was rejected with: no handler is to blame for it. */
export function isOurs(error: unknown): boolean {
  return typeof error === 'object' && error !== null && rejections.has(error);
}

/**
 * Says so where nobody awaits a promise of ours that is rejected now: the test has passed, or the process ends with no
 * word about why. Whoever awaits it does so before this turn of the event loop is over.
 * @param example a call, as a test returns it
 */
export function tellIfUnawaited(error: object, called: string, example: string): void {
  rejections.add(error);
  const stop = interceptErrors((thrown, _, rejected) => {
    // Without listeners, Node makes an exception of the same error.
    if (thrown === error && rejected) {
      warn(
        `A promise of ${called} was rejected, and nobody awaits it: return it from the test, as in ${example}, or await it. Otherwise the test passes whatever happens.`,
      );
    }
    return false;
  });
  realTimers.setImmediate(stop);
}
