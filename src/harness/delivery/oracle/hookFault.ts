import { now } from '../../../../model/platform/realProcess.ts';
import type { HookName } from '../../lambda/tracedCall.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import { LONGEST_WAIT_MS, waitForWork } from '../../lambda/waitForWork.ts';
import { type Discrepancy, findDiscrepancy } from '../observation/discrepancy.ts';
import type { PlayedDelivery } from '../play/playedDelivery.ts';

/** A consumer's hooks, and one delivery to its handler. */
export interface HookedConsumer {
  reset(): Promise<unknown>;
  /** Observes the state, as plain data. */
  observe(): Promise<unknown>;
  /** The delivery, without a reset. */
  play(): Promise<PlayedDelivery>;
  readonly late: UnhandledErrorTracker;
  /** The state before any event. */
  readonly before: unknown;
  /** The message if `observe` differs for the same events. */
  readonly unsteady: (other: Discrepancy) => string;
}

/** The minimum milliseconds to wait for work, because Node does not show all of it. */
const LEAST = 20;
/** Milliseconds in which every clock advances. */
const CLOCK = 2;

/**
 * The fault of the hooks themselves: between two observations only the work of hooks is active. It does not depend on
 * time. A handler that continues after its answer is awaited before.
 */
export async function hookFault(consumer: HookedConsumer): Promise<string | undefined> {
  await over(consumer.late, new Set());
  // A hook that remembers the last events has no new ones to remember from now on.
  await delivered({ ...consumer, play: async () => ({ calls: [] }) }, true);
  const { failed } = await played(consumer, true);
  if (failed?.kind === 'hung') return undefined;
  return (await observeFault(consumer)) ?? (await resetFault(consumer));
}

async function observeFault({ observe, late, unsteady }: HookedConsumer): Promise<string | undefined> {
  const before = goingOn(late);
  const first = await observe();
  const begun = begunBy('observe', late, before);
  passClock();
  const second = await observe();
  await over(late, before);
  const ended = settleHook(begun, late);
  const third = await observe();
  await over(late, before);
  const fourth = await observe();
  await over(late, before);
  const atOnce = findDiscrepancy(first, second);
  const afterwards = findDiscrepancy(third, fourth);
  const other = atOnce ?? findDiscrepancy(second, third) ?? afterwards;
  if (other === undefined) return undefined;
  const neverTheSame = atOnce !== undefined && afterwards !== undefined;
  return ended && !neverTheSame ? stillWorks('observe') : unsteady(other);
}

async function resetFault(consumer: HookedConsumer): Promise<string | undefined> {
  const { late, observe } = consumer;
  const before = goingOn(late);
  await consumer.reset();
  const begun = begunBy('reset', late, before);
  const first = await observe();
  await over(late, before);
  const ended = settleHook(begun, late);
  const second = await observe();
  const setsBackLater = ended || findDiscrepancy(second, consumer.before) === undefined;
  if (setsBackLater && findDiscrepancy(first, second) !== undefined) return stillWorks('reset');
  if (!ended) return undefined;
  // Too late to decide that, it may still have met the events. Plays twice: a handler's own state differs only once.
  const waiting: Outcome[] = [];
  for (let time = 0; time < 2; time++) {
    const hasty = await delivered(consumer, false);
    const awaited = await delivered(consumer, true);
    if (same(hasty, awaited)) return undefined;
    waiting.push(awaited);
  }
  const [once, again] = waiting as [Outcome, Outcome];
  return same(once, again) ? stillWorks('reset') : undefined;
}

/** The outcome of a delivery after all work has ended. */
type Outcome = Pick<PlayedDelivery, 'failed'> & { readonly seen: unknown };

async function delivered(consumer: HookedConsumer, waits: boolean): Promise<Outcome> {
  const { failed } = await played(consumer, waits);
  const before = goingOn(consumer.late);
  const seen = await consumer.observe();
  await over(consumer.late, before);
  return { seen, ...(failed !== undefined && { failed }) };
}

/** Resets and delivers until all work has ended; with `waits`, the work of the reset ends before the delivery. */
async function played({ late, reset, play }: HookedConsumer, waits: boolean): Promise<PlayedDelivery> {
  const before = goingOn(late);
  await reset();
  if (waits) await over(late, before);
  const outcome = await play();
  await over(late, before);
  return outcome;
}

function same(one: Outcome, other: Outcome): boolean {
  return one.failed?.kind === other.failed?.kind && findDiscrepancy(one.seen, other.seen) === undefined;
}

function stillWorks(hook: HookName): string {
  return `options.${hook} still works after it has returned: let it await (or return) all that it starts.`;
}

/** Waits without a turn of the event loop. */
function passClock(): void {
  const until = now() + CLOCK;
  while (now() < until);
}

/** Work of a run's calls that may still end soon. */
function goingOn(late: UnhandledErrorTracker): Set<unknown> {
  return new Set(
    [late.work, late.workOf('reset'), late.workOf('observe')].flatMap((work) => [...work.soon(LONGEST_WAIT_MS)]),
  );
}

/** Active work of a hook that has just returned. */
function begunBy(hook: HookName, late: UnhandledErrorTracker, before: ReadonlySet<unknown>): unknown[] {
  return [...late.workOf(hook).soon(LONGEST_WAIT_MS)].filter((one) => !before.has(one));
}

/** Whether any of it has ended. */
function settleHook(begun: readonly unknown[], late: UnhandledErrorTracker): boolean {
  const still = goingOn(late);
  return begun.some((one) => !still.has(one));
}

/** Waits until only earlier work is active. It gives up after a while, because pools never end. */
function over(late: UnhandledErrorTracker, before: ReadonlySet<unknown>): Promise<boolean> {
  return waitForWork(() => goingOn(late), before, { least: LEAST, every: CLOCK });
}
