import { now } from '../../../../model/platform/realProcess.ts';
import { wait } from '../../lambda/runHandler.ts';
import type { HookName } from '../../lambda/tracedCall.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import { type Discrepancy, findDiscrepancy } from '../observation/discrepancy.ts';
import type { PlayedDelivery } from '../play/playedDelivery.ts';

/** A consumer's hooks, and one delivery to its handler. */
export interface HookedWorld {
  reset(): Promise<unknown>;
  /** What is to be seen, as plain data. */
  observe(): Promise<unknown>;
  /** The delivery, without a reset. */
  play(): Promise<PlayedDelivery>;
  readonly late: UnhandledErrorTracker;
  /** What is to be seen before any event. */
  readonly before: unknown;
  /** Why `observe` is not the same for the same events, in words. */
  readonly unsteady: (other: Discrepancy) => string;
}

/** Milliseconds to wait for what was begun: at least, for what Node does not tell of; and at most. */
const LEAST = 20;
const LONGEST = 500;
/** Milliseconds in which every clock moves. */
const CLOCK = 2;

/**
 * What is wrong with the hooks of themselves: between two looks nothing goes on but what one of them began. No clock
 * decides, and a handler that goes on after its answer is waited for before.
 */
export async function hookFault(world: HookedWorld): Promise<string | undefined> {
  await over(world.late, new Set());
  // What tells of the last look tells of no event from now on.
  await delivered({ ...world, play: async () => ({ calls: [] }) }, true);
  const { failed } = await played(world, true);
  if (failed?.kind === 'hung') return undefined;
  return (await observeFault(world)) ?? (await resetFault(world));
}

async function observeFault({ observe, late, unsteady }: HookedWorld): Promise<string | undefined> {
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

async function resetFault(world: HookedWorld): Promise<string | undefined> {
  const { late, observe } = world;
  const before = goingOn(late);
  await world.reset();
  const begun = begunBy('reset', late, before);
  const first = await observe();
  await over(late, before);
  const ended = settleHook(begun, late);
  const second = await observe();
  const setsBackLater = ended || findDiscrepancy(second, world.before) === undefined;
  if (setsBackLater && findDiscrepancy(first, second) !== undefined) return stillWorks('reset');
  if (!ended) return undefined;
  // Seen too late for that, it may still have met the events. Twice: what a handler keeps differs once.
  const waiting: Outcome[] = [];
  for (let time = 0; time < 2; time++) {
    const hasty = await delivered(world, false);
    const patient = await delivered(world, true);
    if (same(hasty, patient)) return undefined;
    waiting.push(patient);
  }
  const [once, again] = waiting as [Outcome, Outcome];
  return same(once, again) ? stillWorks('reset') : undefined;
}

/** What came of a delivery when all was over. */
type Outcome = Pick<PlayedDelivery, 'failed'> & { readonly seen: unknown };

async function delivered(world: HookedWorld, patient: boolean): Promise<Outcome> {
  const { failed } = await played(world, patient);
  const before = goingOn(world.late);
  const seen = await world.observe();
  await over(world.late, before);
  return { seen, ...(failed !== undefined && { failed }) };
}

/** Resets and delivers, until all is over; a patient one waits for what the reset began. */
async function played({ late, reset, play }: HookedWorld, patient: boolean): Promise<PlayedDelivery> {
  const before = goingOn(late);
  await reset();
  if (patient) await over(late, before);
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

/** Lets no turn of the event loop pass. */
function passClock(): void {
  const until = now() + CLOCK;
  while (now() < until);
}

/** What the calls of a run began and may still end soon. */
function goingOn(late: UnhandledErrorTracker): Set<unknown> {
  return new Set([late.work, late.workOf('reset'), late.workOf('observe')].flatMap((work) => [...work.soon(LONGEST)]));
}

/** What goes on of a hook that has just returned. */
function begunBy(hook: HookName, late: UnhandledErrorTracker, before: ReadonlySet<unknown>): unknown[] {
  return [...late.workOf(hook).soon(LONGEST)].filter((one) => !before.has(one));
}

/** Whether any of it is over. */
function settleHook(begun: readonly unknown[], late: UnhandledErrorTracker): boolean {
  const still = goingOn(late);
  return begun.some((one) => !still.has(one));
}

/** Waits until nothing goes on but what went on before; not for ever, since pools and the like are never over. */
async function over(late: UnhandledErrorTracker, before: ReadonlySet<unknown>): Promise<void> {
  const until = now() + LONGEST;
  await wait(LEAST);
  while ([...goingOn(late)].some((one) => !before.has(one)) && now() < until) await wait(CLOCK);
}
