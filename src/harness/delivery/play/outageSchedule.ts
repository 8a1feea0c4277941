import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { Outage } from '../../downstream/outage.ts';
import { type Arrival, listEvents } from '../faults/arrivals.ts';
import type { Fault, OutageFault } from '../faults/faults.ts';

/** A call of the handler in a clean delivery, and what it called. */
interface CleanCall {
  readonly arrivals: readonly Arrival[];
  readonly made?: readonly unknown[];
}

/** Decides which calls of the handler meet an outage, and where. */
export class OutageSchedule {
  readonly #faults: ReadonlyMap<number, readonly OutageFault[]>;
  readonly #counts: ReadonlyMap<number, number>;
  /** How often the handler was called with each event. */
  readonly #times = new Map<number, number>();

  /** @param clean the calls of a clean delivery, one for each event: they tell how many watched calls an event needs */
  constructor(history: readonly CasesEvent[], faults: readonly Fault[], clean: readonly CleanCall[]) {
    const outages = faults.filter((fault) => fault.kind === 'outage');
    this.#faults = new Map(history.map(({ id }, event) => [event, outages.filter((fault) => fault.event === id)]));
    this.#counts = new Map(
      clean.flatMap(({ arrivals, made = [] }) => listEvents(arrivals).map((event) => [event, made.length])),
    );
  }

  /** The outages of the next call of the handler. */
  next(arrivals: readonly Arrival[]): Outage[] {
    const outages: Outage[] = [];
    let before = 0;
    for (const arrival of arrivals) {
      if (!('event' in arrival)) continue;
      const { event } = arrival;
      const count = this.#counts.get(event) ?? 0;
      const times = this.#times.get(event) ?? 0;
      for (const { call, lasts, error, effect } of count === 0 ? [] : (this.#faults.get(event) ?? [])) {
        if (times < Math.max(1, lasts))
          outages.push({ place: before + (call % count), lasts: lasts > 0, error, effect });
      }
      this.#times.set(event, times + 1);
      before += count;
    }
    return outages;
  }
}
