import { realProcess, realTimers, warn } from '../../../model/platform/realProcess.ts';
import { interceptErrors } from '../../../model/platform/uncaughtErrors.ts';
import { shorten } from '../../../model/values/text.ts';

const KEY = Symbol.for('connect-cases-contracts: rejections');
const process = realProcess as NodeJS.Process & { [KEY]?: WeakSet<object> };

/** The rejection reasons of our promises, shared by all copies of this module that runners load. */
process[KEY] ??= new WeakSet();
const rejections = process[KEY];

/** Whether one of our promises was rejected with an error: no handler is to blame for it. */
export function isOurs(error: unknown): boolean {
  return typeof error === 'object' && error !== null && rejections.has(error);
}

/**
 * Warns if nobody awaits our rejected promise: the test has passed, or the process ends without an explanation. A
 * caller that awaits it does so within this turn of the event loop.
 * @param example a call, as a test returns it
 */
export function tellIfUnawaited(error: object, called: string, example: string): void {
  rejections.add(error);
  const stop = interceptErrors((thrown, _, rejected) => {
    // Without listeners, Node throws the same error as an exception.
    if (thrown === error && rejected) {
      warn(
        `A promise of ${called} was rejected, and nobody awaits it: return it from the test, as in ${example}, or await it. Otherwise the test passes whatever happens. It was rejected with: ${getFirstLine(error)}`,
      );
    }
    return false;
  });
  realTimers.setImmediate(stop);
}

function getFirstLine(error: object): string {
  const [line = ''] = String((error as Partial<Error>).message).split('\n');
  return shorten(line, MOST_SHOWN);
}

const MOST_SHOWN = 200;
