import type { HookName } from '../../lambda/tracedCall.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import { LONGEST_WAIT_MS, waitForWork } from '../../lambda/waitForWork.ts';
import { type Discrepancy, findDiscrepancy } from '../observation/discrepancy.ts';
import type { PlayedDelivery } from '../play/playedDelivery.ts';
import { CLOCK_MS, passClock } from './passClock.ts';

/** A consumer's hooks, and one delivery to its handler. */
export interface HookedConsumer {
  reset(): Promise<unknown>;
  /** Observes the state, as plain data. */
  observe(): Promise<unknown>;
  /** The delivery, without a reset. */
  play(): Promise<PlayedDelivery>;
  readonly errorTracker: UnhandledErrorTracker;
  /** The state before any event. */
  readonly before: unknown;
  /** The message if `observe` differs for the same events. */
  readonly unsteady: (other: Discrepancy) => string;
}

/** The minimum milliseconds to wait for work, because Node does not show all of it. */
const LEAST = 20;
/** Attempts to find a fault of `reset`: on a busy machine, work that it did not await may end before the next call. */
const ATTEMPTS = 3;

/**
 * Finds a fault of the hooks themselves, such as two calls of `observe` that differ without an event between them. It
 * first waits for the work of the handler, so that only work of the hooks is active.
 */
export async function findHookFault(consumer: HookedConsumer): Promise<string | undefined> {
  await waitUntilOver(consumer.errorTracker, new Set());
  // Observes a delivery without events. An `observe` that returns its previous result then shows no event at first.
  await deliverAndObserve({ ...consumer, play: async () => ({ calls: [] }) }, true);
  const { failed } = await playToEnd(consumer, true);
  if (failed?.kind === 'hung') return undefined;
  return (await observeFault(consumer)) ?? (await resetFault(consumer));
}

async function observeFault({ observe, errorTracker, unsteady }: HookedConsumer): Promise<string | undefined> {
  const before = listGoingOn(errorTracker);
  const first = await observe();
  const begun = listBegun('observe', errorTracker, before);
  passClock();
  const second = await observe();
  await waitUntilOver(errorTracker, before);
  const ended = settleHook(begun, errorTracker);
  const third = await observe();
  await waitUntilOver(errorTracker, before);
  const fourth = await observe();
  await waitUntilOver(errorTracker, before);
  const atOnce = findDiscrepancy(first, second);
  const afterwards = findDiscrepancy(third, fourth);
  const other = atOnce ?? findDiscrepancy(second, third) ?? afterwards;
  if (other === undefined) return undefined;
  const neverTheSame = atOnce !== undefined && afterwards !== undefined;
  return ended && !neverTheSame ? describeStillWorking('observe') : unsteady(other);
}

async function resetFault(consumer: HookedConsumer): Promise<string | undefined> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const fault = await findResetFault(consumer);
    if (fault !== undefined) return fault;
    if (attempt < ATTEMPTS) await playToEnd(consumer, true);
  }
  return undefined;
}

async function findResetFault(consumer: HookedConsumer): Promise<string | undefined> {
  const { errorTracker, observe } = consumer;
  const before = listGoingOn(errorTracker);
  await consumer.reset();
  const begun = listBegun('reset', errorTracker, before);
  const first = await observe();
  await waitUntilOver(errorTracker, before);
  const ended = settleHook(begun, errorTracker);
  const second = await observe();
  const setsBackLater = ended || findDiscrepancy(second, consumer.before) === undefined;
  if (setsBackLater && findDiscrepancy(first, second) !== undefined) return describeStillWorking('reset');
  if (!ended) return undefined;
  // The work of `reset` may disturb the events, although `observe` did not show it. So it delivers without waiting for
  // this work, and with waiting. It does both twice, because a handler's own state may cause a single difference.
  const waiting: Outcome[] = [];
  for (let time = 0; time < 2; time++) {
    const hasty = await deliverAndObserve(consumer, false);
    const awaited = await deliverAndObserve(consumer, true);
    if (isSameOutcome(hasty, awaited)) return undefined;
    waiting.push(awaited);
  }
  const [once, again] = waiting as [Outcome, Outcome];
  return isSameOutcome(once, again) ? describeStillWorking('reset') : undefined;
}

/** The outcome of a delivery after all work has ended. */
type Outcome = Pick<PlayedDelivery, 'failed'> & { readonly seen: unknown };

async function deliverAndObserve(consumer: HookedConsumer, waits: boolean): Promise<Outcome> {
  const { failed } = await playToEnd(consumer, waits);
  const before = listGoingOn(consumer.errorTracker);
  const seen = await consumer.observe();
  await waitUntilOver(consumer.errorTracker, before);
  return { seen, ...(failed !== undefined && { failed }) };
}

/** Resets and delivers until all work has ended; with `waits`, the work of the reset ends before the delivery. */
async function playToEnd({ errorTracker, reset, play }: HookedConsumer, waits: boolean): Promise<PlayedDelivery> {
  const before = listGoingOn(errorTracker);
  await reset();
  if (waits) await waitUntilOver(errorTracker, before);
  const outcome = await play();
  await waitUntilOver(errorTracker, before);
  return outcome;
}

function isSameOutcome(one: Outcome, other: Outcome): boolean {
  return one.failed?.kind === other.failed?.kind && findDiscrepancy(one.seen, other.seen) === undefined;
}

function describeStillWorking(hook: HookName): string {
  return `options.${hook} still works after it has returned: let it await (or return) all that it starts.`;
}

/** Work of a run's calls that may still end soon. */
function listGoingOn(errorTracker: UnhandledErrorTracker): Set<unknown> {
  return new Set(
    [errorTracker.work, errorTracker.getWork('reset'), errorTracker.getWork('observe')].flatMap((work) => [
      ...work.listSoon(LONGEST_WAIT_MS),
    ]),
  );
}

/** Active work of a hook that has just returned. */
function listBegun(hook: HookName, errorTracker: UnhandledErrorTracker, before: ReadonlySet<unknown>): unknown[] {
  return [...errorTracker.getWork(hook).listSoon(LONGEST_WAIT_MS)].filter((one) => !before.has(one));
}

/** Whether any of it has ended. */
function settleHook(begun: readonly unknown[], errorTracker: UnhandledErrorTracker): boolean {
  const still = listGoingOn(errorTracker);
  return begun.some((one) => !still.has(one));
}

/** Waits until only earlier work is active. It gives up after a while, because pools never end. */
function waitUntilOver(errorTracker: UnhandledErrorTracker, before: ReadonlySet<unknown>): Promise<boolean> {
  return waitForWork(() => listGoingOn(errorTracker), before, { least: LEAST, every: CLOCK_MS });
}
