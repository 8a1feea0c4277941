import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { copyPlainly } from '../../../model/values/copyPlainly.ts';
import { type EventPath, valueAt } from '../../../model/values/eventPath.ts';
import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import type { Run } from '../run/run.ts';
import { admitsEvent } from '../transports/transport.ts';

/** Whether what comes out depends on a place of the event; `unknown` if nothing can be seen. */
export type Dependence = 'depends' | 'does not depend' | 'unknown';

/** How to change a place. */
export interface Change {
  /** Whether it only gets what other events have there; otherwise it is also left out. */
  readonly isStrict?: boolean;
  /** The places below it that keep their values. */
  readonly kept?: readonly EventPath[];
  /** The most values for each event; 8 by default. */
  readonly most?: number;
}

/** The most values that are tried at one place of one event. */
const MOST_VALUES = 8;

/**
 * Finds out whether a place of the event matters, where its reads cannot be seen: it changes the place, plays the
 * event again, and compares what comes out. Failures here do not count.
 */
export class OutcomeProbe {
  readonly #contract: Contract;
  readonly #run: Run;
  readonly #planned: readonly PlannedEvent[];
  #donors: readonly object[] | undefined;
  /** Whether a handler answers the same event in two ways. */
  #isUnstable = false;

  /** @param donors events of the contract, whose values replace those of a played event */
  constructor(contract: Contract, run: Run, donors: readonly PlannedEvent[]) {
    this.#contract = contract;
    this.#run = run;
    this.#planned = donors;
  }

  /**
   * Changes a place in some events, until what comes out differs.
   */
  async findDependence(segments: EventPath, events: readonly PlannedEvent[], change: Change = {}): Promise<Dependence> {
    for (const planned of events) {
      if (this.#isUnstable) return 'unknown';
      if (await this.#differs(planned, segments, change)) return 'depends';
    }
    return this.#isUnstable || !this.#run.outcomes.differ ? 'unknown' : 'does not depend';
  }

  async #differs(planned: PlannedEvent, segments: EventPath, change: Change): Promise<boolean> {
    const event = planned.withIdentity(this.#run.identities.next()).event();
    const changed = this.#listChanged(event, segments, change).slice(0, change.most ?? MOST_VALUES);
    if (changed.length === 0) return false;
    const before = await this.#observe(event);
    for (const other of changed) {
      if ((await this.#observe(other)) === before) continue;
      // A handler with a memory, or a clock in its answer, answers the same event otherwise.
      this.#isUnstable ||= (await this.#observe(event)) !== before;
      return !this.#isUnstable;
    }
    return false;
  }

  #observe(event: object): Promise<string | undefined> {
    return this.#run.observe(copyPlainly(event) as object, () => event);
  }

  /** Copies of an event with other values at a place, as far as they still reach the handler. */
  #listChanged(event: object, segments: EventPath, { isStrict = false, kept = [] }: Change): object[] {
    const own = JSON.stringify(valueAt(event, segments));
    const values = new Map<string | undefined, unknown>(isStrict ? [] : [[undefined, undefined]]);
    this.#donors ??= this.#planned.map((planned) => planned.event());
    for (const donor of this.#donors) {
      const value = valueAt(donor, segments);
      values.set(JSON.stringify(value), value);
    }
    values.delete(own);
    return [...values.values()]
      .map((value) => restore(replaceAt(event, segments, value), event, kept))
      .filter((changed): changed is object => changed !== undefined && this.#reaches(changed));
  }

  #reaches(event: object): boolean {
    const { transport } = this.#run;
    return (this.#contract.rule?.matches(event) ?? true) && (transport === undefined || admitsEvent(transport, event));
  }
}

/** Puts back the values of some places; undefined if one of them has lost the object around it. */
function restore(changed: object | undefined, event: object, kept: readonly EventPath[]): object | undefined {
  return kept.reduce((left, place) => left && replaceAt(left, place, valueAt(event, place)), changed);
}

/** A copy with another value at a place, or without it; undefined if the object around it is missing. */
function replaceAt(event: object, segments: EventPath, value: unknown): object | undefined {
  const copy = copyPlainly(event) as object;
  const around = valueAt(copy, segments.slice(0, -1));
  if (!isObjectOrList(around)) return undefined;
  const key = segments.at(-1) as string;
  if (value === undefined) delete (around as Record<string, unknown>)[key];
  else (around as Record<string, unknown>)[key] = copyPlainly(value);
  return copy;
}
