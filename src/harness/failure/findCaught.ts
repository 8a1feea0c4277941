import { realTimers } from '../../../model/platform/realProcess.ts';
import { findConsumerFrame } from './findConsumerFrame.ts';
import { listErrorChain } from './listErrorChain.ts';
import { readPrintedError } from './readPrintedError.ts';

/** What a call left behind: the promises that it made, and what it printed. */
export interface Traces {
  readonly promises: readonly PromiseLike<unknown>[];
  readonly printed: readonly string[];
}

/**
 * The error that a function caught before it reported a failure: the last rejection of its own promises, or the last
 * error that it printed. Undefined if it left neither, or none that leads to the consumer's code. Call it after the
 * function has answered: it takes one turn of the event loop.
 */
export async function findCaught({ promises, printed }: Traces): Promise<unknown> {
  const errors: unknown[] = [];
  for (const promise of promises.slice()) {
    promise.then(undefined, (error: unknown) => {
      if (!errors.includes(error)) errors.push(error);
    });
  }
  await new Promise((resolve) => realTimers.setImmediate(resolve));
  const logged = printed.map(readPrintedError).filter((error) => error !== undefined);
  return findLast(errors) ?? findLast(logged);
}

/** The last error with a line of the consumer, or the error that wraps it. */
function findLast(errors: readonly unknown[]): unknown {
  const last = errors.findLast((error) => listErrorChain(error).some((one) => findConsumerFrame(one) !== undefined));
  if (last === undefined) return undefined;
  return errors.find((error) => error === last || isWrapping(error, last));
}

function isWrapping(error: unknown, inner: unknown): boolean {
  const seen = new Set<unknown>();
  for (let cause = error; typeof cause === 'object' && cause !== null && !seen.has(cause); ) {
    seen.add(cause);
    cause = (cause as { cause?: unknown }).cause;
    if (cause === inner) return true;
  }
  return false;
}
