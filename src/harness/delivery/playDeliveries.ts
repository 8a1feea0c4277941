import { historiesFor } from '../../../arbitraries/caseHistory.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { presentable } from '../failure/presentable.ts';
import { withFramesOf } from '../failure/withFramesOf.ts';
import { LateErrors } from '../lambda/lateErrors.ts';
import { type Handler, wait } from '../lambda/runHandler.ts';
import { requireKind } from '../reads/requireKind.ts';
import { draw } from '../run/draw.ts';
import { Run } from '../run/run.ts';
import { resolveOptions } from '../run/runOptions.ts';
import { type SearchOptions, search } from '../run/search.ts';
import { codeOf, connectionOf } from '../transports/via.ts';
import { ambiguityLine } from '../verdict/ambiguities.ts';
import { type Delivery, DeliveryArbitrary } from './deliveryArbitrary.ts';
import type { ResolvedDeliveryOptions } from './deliveryOptions.ts';
import { DeliveryViolation } from './deliveryViolation.ts';
import { discrepancyLine } from './discrepancy.ts';
import { broughtWords, explainDelivery, headlineOf } from './explainDelivery.ts';
import { poisonThrough } from './faults.ts';
import { Interleaving } from './interleaving.ts';
import { type Broken, Judge } from './judge.ts';
import { fractions, ties } from './orderReadings.ts';
import type { Brought } from './play.ts';
import { replayCall } from './replayCall.ts';

/** A failure is reported this many milliseconds after its discovery at the latest. */
const SHRINKING = 2000;

/** Deliveries that are tried under each other reading; what fails there is no longer than it must be after this long. */
const OTHER_RUNS = 50;
const OTHER_SHRINKING = 200;

/** What `verifyDelivery` does, once its arguments are known to be right. */
export async function playDeliveries(
  contracts: readonly [Contract, ...Contract[]],
  handler: Handler,
  options: ResolvedDeliveryOptions,
): Promise<void> {
  const { runs, seed, path, tolerates, timeout } = options;
  const [{ consumer, domain }] = contracts;
  const favours = contracts.flatMap(({ reads }) => reads.map(({ steps }) => steps[3] ?? ''));
  const late = new LateErrors();
  const interleaving = options.interleave === undefined ? undefined : new Interleaving();
  const judge = new Judge({ handler, domain, timeout, late }, options, interleaving);
  const connection = connectionOf(handler);
  const common = { poisons: poisonThrough(connection?.transport.name), batchSize: connection?.batchSize ?? 1 };
  const deliveries = new DeliveryArbitrary({ ...common, tolerates, histories: historiesFor(favours, domain) });
  late.start();
  try {
    if (interleaving !== undefined) await prepare(interleaving, options.interleave);
    const [sample] = draw(() => deliveries, { seed, runs: 1 }) as [Delivery];
    await judge.judgeComparable(sample);
    const only = path === undefined ? { runs } : { runs: 1, path };
    const found = await firstBroken(deliveries, judge, { seed, ...only, shrinking: SHRINKING });
    await requireFitting(contracts, handler, options);
    if (found !== undefined) {
      const { broken } = found;
      const replay = { seed, path: found.path };
      const call = replayCall(replay, options, codeOf(handler));
      const message = explainDelivery(contracts[0], broken, call, connection?.transport);
      const cause = causeOf(broken);
      throw withFramesOf(new DeliveryViolation(message, { ...broken, replay }, presentable(cause)), cause);
    }
    await requireNothingLate(consumer, late);
    if (path === undefined) await judge.requireSameAgain();
    if (path === undefined && runs >= TELLING_RUNS && !judge.showsWork) warnOfNothingCompared(contracts);
    const ordering = tolerates.filter((kind) => kind === 'duplicates' || kind === 'reordering');
    if (path !== undefined || ordering.length === 0) return;
    const tied = new DeliveryArbitrary({
      ...common,
      tolerates: ordering,
      histories: historiesFor(favours, domain, { changeTimeTies: 'occur' }),
    });
    const others = { seed, runs: Math.min(runs, OTHER_RUNS) };
    const underTies = await firstBroken(tied, judge, { ...others, shrinking: OTHER_SHRINKING });
    if (underTies !== undefined) warn(ambiguityLine(consumer, ties, headlineOf(underTies.broken)));
    for (const delivery of draw(() => deliveries, others)) {
      const discrepancy = await judge.judgeSpelling(delivery);
      if (discrepancy === undefined) continue;
      warn(ambiguityLine(consumer, fractions, `another outcome (${discrepancyLine(discrepancy)})`));
      break;
    }
  } finally {
    late.told = true;
    late.stop();
  }
}

/** So many deliveries have events of all kinds among them. */
const TELLING_RUNS = 20;

function warnOfNothingCompared(contracts: readonly [Contract, ...Contract[]]): void {
  if (contracts.every(({ reads }) => reads.length === 0)) return;
  warn(
    `${contracts[0].consumer}: nothing was compared: options.observe returns the same after each delivery as before any event. Does it show what the handler makes of the events? Does the handler return early, or not recognize the records?`,
  );
}

async function prepare(interleaving: Interleaving, interleave: ResolvedDeliveryOptions['interleave']): Promise<void> {
  await interleave?.(interleaving.schedule);
  if (interleaving.schedules) return;
  throw new InvalidArgumentError({
    argument: 'options.interleave',
    received: interleave,
    allowed: 'a function that passes those of a store through its argument',
    because: 'It passed none',
  });
}

/**
 * Refuses a handler that is written for other invocations. What it reads lies no deeper than in the envelope, so one
 * contract tells of all: one that reads something, since whoever ignores all events may do nothing with them.
 * @throws InvalidArgumentError for such a one
 */
async function requireFitting(
  contracts: readonly [Contract, ...Contract[]],
  handler: Handler,
  { reset, timeout }: ResolvedDeliveryOptions,
): Promise<void> {
  const [first] = contracts;
  const contract = contracts.find(({ reads }) => reads.length > 0) ?? first;
  const run = new Run(contract, handler, resolveOptions({ reset, timeout }));
  run.late.start();
  try {
    await requireKind(contract, run, first.consumer);
  } finally {
    // What fails late in one call more is found in the deliveries, too.
    run.late.told = true;
    run.late.stop();
  }
}

/** Errors may come this many milliseconds after the last call. */
const PATIENCE = 20;

async function requireNothingLate(consumer: string, late: LateErrors): Promise<void> {
  await wait(PATIENCE);
  const { overdue, outside } = late;
  if (overdue?.late !== undefined) {
    const { error: cause, after, rejected } = overdue.late;
    const what = rejected ? 'a promise was not awaited' : 'a callback that nobody waited for failed';
    const brought = broughtWords(overdue.subject as Brought);
    const message = `${consumer}: ${what}: the handler fails ${Math.round(after)} ms after it was called with ${brought}. See the cause.`;
    throw withFramesOf(new Error(message, { cause: presentable(cause) }), cause);
  }
  const [first] = outside;
  if (first === undefined) return;
  const { error: cause, hook } = first;
  const message =
    hook === undefined
      ? `${consumer}: an error came from outside of all calls: from something that outlives a call (a flush timer, a pool, an event bus), or from another test in this process. See the cause.`
      : `${consumer}: options.${hook} started work that failed after it had settled: a promise that it did not await, or a callback. Let it await all that it starts. See the cause.`;
  throw withFramesOf(new Error(message, { cause: presentable(cause) }), cause);
}

/** The smallest delivery that breaks something, and its path. */
async function firstBroken(
  deliveries: DeliveryArbitrary,
  judge: Judge,
  options: SearchOptions,
): Promise<{ broken: Broken; path: string } | undefined> {
  let broken: Broken | undefined;
  const path = await search(
    () => deliveries,
    options,
    async (delivery) => {
      const found = await judge.judge(delivery);
      if (found === undefined) return false;
      const first = broken === undefined;
      if (first && found.discrepancy === undefined) await judge.requireSoundHooks(delivery);
      const incomparable = found.discrepancy === undefined ? undefined : await judge.judgeComparable(delivery, first);
      broken = incomparable ?? found;
      return true;
    },
  );
  if (broken === undefined || path === undefined) return undefined;
  return { broken: { ...broken, resurrects: await judge.resurrects(broken) }, path };
}

function causeOf({ failed, unseen }: Broken): unknown {
  if (unseen !== undefined) return unseen.cause;
  return failed === undefined || failed.kind === 'wrong answer' ? undefined : failed.failure?.error;
}
