import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { type Arrival, cutIntoBatches, listArrivals, listEvents, listInOrder } from '../faults/arrivals.ts';
import type { Delivery } from '../faults/deliveryArbitrary.ts';
import { checkOutcome } from '../guarantees/checkOutcome.ts';
import type { ObservedDelivery, Round } from '../guarantees/guarantee.ts';
import { findDiscrepancy, isSameExcept, readDiscrepancy } from '../observation/discrepancy.ts';
import { OutageSchedule } from '../play/outageSchedule.ts';
import { findOddNumber } from './cleanOutcome.ts';
import { compareOutcome } from './compareOutcome.ts';
import type { Deliverer } from './deliverer.ts';
import { findDoubled } from './findDoubled.ts';
import { composesBatches, lowerForBatches, lowerForFaults, lowerForFlight } from './lowerDemand.ts';
import { playInFlight } from './playInFlight.ts';

/** The parts of a run that playing a delivery needs. */
export interface RoundOptions {
  readonly concurrency: 1 | 2;
  /** Whether failed records may come after others; otherwise they come again first. */
  readonly reorders: boolean;
  /** Records a clean delivery; throws if `observe` returns no JSON after it. */
  noteClean(history: readonly CasesEvent[], seen: ObservedDelivery): void;
}

/** Plays a delivery in all ways, one after the other. The caller stops at the first broken guarantee. */
export async function* playRounds(
  delivery: Delivery,
  deliverer: Deliverer,
  options: RoundOptions,
): AsyncGenerator<Round> {
  const { history, faults, batchSize } = delivery;
  const { deliver } = deliverer;
  const whole = listInOrder(history);
  const cleanly = { history, faults: [], batchSize, arrivals: whole, deliver };

  const clean = await deliver(history, cutIntoBatches(whole, 1));
  const { failed } = clean;
  const number = failed === undefined ? findOddNumber(clean) : undefined;
  if (failed === undefined && number === undefined) options.noteClean(history, clean);
  const expected = clean.seen;
  const { mask } = deliverer;
  yield { ...cleanly, kind: 'clean', batchSize: 1, seen: clean, expected, failed, discrepancy: number };

  const retimed = history.map(toSentMuchLater);
  const later = await deliver(retimed, cutIntoBatches(whole, batchSize));
  const sameExceptTime = isSameExcept(({ time }) => time, history, retimed);
  const inBatches = lowerForBatches(expected, later.seen, batchSize, sameExceptTime);
  const byTime = compareOutcome(inBatches, later, sameExceptTime);
  const doubled = findDoubled(clean, later, mask);
  if (checkOutcome(byTime) === undefined) yield { ...cleanly, kind: 'batched', seen: later, expected, doubled };
  else {
    const together = batchSize === 1 ? clean : await deliver(history, cutIntoBatches(whole, batchSize));
    const byBatch = compareOutcome(inBatches, together);
    yield checkOutcome(byBatch) === undefined
      ? { ...cleanly, kind: 'retimed', history: retimed, seen: later, expected, ...byTime }
      : { ...cleanly, kind: 'batched', seen: together, expected, ...byBatch };
  }

  const arrivals = listArrivals(history, faults);
  if (faults.length === 0) {
    yield* playInFlight(
      delivery,
      { ...cleanly, arrivals, expected: lowerForFlight(expected) },
      clean,
      deliverer,
      options,
    );
    return;
  }
  const faulty = { history, faults, batchSize, arrivals, deliver };
  const survivors = await playSurvivors(history, arrivals, clean, deliverer);
  const discrepancy =
    readDiscrepancy(survivors.odd, expected) ?? (survivors.unseen && findDiscrepancy(expected, survivors.seen));
  yield { ...faulty, kind: 'survivors', seen: survivors, expected, discrepancy };

  const hasOutage = faults.some(({ kind }) => kind === 'outage');
  const outages = hasOutage ? new OutageSchedule(history, faults, clean.calls) : undefined;
  const course = { outages, ...(hasOutage && !options.reorders && { redelivery: 'first' as const }) };
  const outcome = await deliver(history, cutIntoBatches(arrivals, batchSize), course);
  const how = { hasOutage, isComposed: inBatches !== expected };
  const singly = lowerForFaults(survivors.seen, outcome, how);
  const isComposed = await composesBatches(singly, outcome, batchSize, () =>
    deliver(history, cutIntoBatches(arrivals, 1)),
  );
  const mustBe = isComposed ? lowerForFaults(singly, outcome, { hasOutage, isComposed }) : singly;
  const again = findDoubled(survivors, outcome, mask);
  const outcomes = compareOutcome(mustBe, outcome);
  yield { ...faulty, kind: 'faulty', seen: outcome, expected: mustBe, doubled: again, ...outcomes };
  if (hasOutage) return;
  const inFlight = { ...faulty, expected: lowerForFlight(survivors.seen) };
  yield* playInFlight(delivery, inFlight, survivors, deliverer, options);
}

/** The expected outcome: that of the delivered events in clean order, and then of poison alone. */
async function playSurvivors(
  history: readonly CasesEvent[],
  arrivals: readonly Arrival[],
  clean: ObservedDelivery,
  { deliver }: Deliverer,
): Promise<ObservedDelivery> {
  const came = new Set(listEvents(arrivals));
  const poison = arrivals.filter((arrival) => 'poison' in arrival);
  if (came.size === history.length && poison.length === 0) return clean;
  const survivors = listInOrder(history).filter(({ event }) => came.has(event));
  return deliver(history, cutIntoBatches([...survivors, ...poison], 1));
}

/** The same event, sent so much earlier or later than others that the order of `time` differs from that of changes. */
function toSentMuchLater(event: CasesEvent, place: number, { length }: readonly CasesEvent[]): CasesEvent {
  const sent = Date.parse(event.detail.approximateChangeTime) + (length - place) * 600_000;
  return { ...event, time: `${new Date(sent).toISOString().slice(0, 19)}Z` };
}
