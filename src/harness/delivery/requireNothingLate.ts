import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import { wait } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import type { Brought } from './play/playedDelivery.ts';
import { describeContent } from './report/describeArrival.ts';
import { describeLateCause } from './report/describePlayFailure.ts';

/** Milliseconds in which errors may follow the last call. */
const GRACE_MS = 20;

/** @throws Error for an error that no delivery has shown: of a late call, or from outside of all calls */
export async function requireNothingLate(consumer: string, errorTracker: UnhandledErrorTracker): Promise<void> {
  await wait(GRACE_MS);
  const { overdue, outside } = errorTracker;
  if (overdue?.late !== undefined) {
    const { error: cause, after, rejected } = overdue.late;
    const brought = describeContent(overdue.subject as Brought);
    const message = `${consumer}: ${describeLateCause(rejected)}: the handler fails ${Math.round(after)} ms after it was called with ${brought}. See the cause.`;
    throw withConsumerFrames(new Error(message, { cause: makePresentable(cause) }), cause);
  }
  const [first] = outside;
  if (first === undefined) return;
  const { error: cause, hook } = first;
  const message =
    hook === undefined
      ? `${consumer}: an error came from outside of all calls: from something that outlives a call (a flush timer, a pool, an event bus), or from another test in this process. See the cause.`
      : `${consumer}: options.${hook} started work that failed after it had settled: a promise that it did not await, or a callback. Let it await all that it starts. See the cause.`;
  throw withConsumerFrames(new Error(message, { cause: makePresentable(cause) }), cause);
}
