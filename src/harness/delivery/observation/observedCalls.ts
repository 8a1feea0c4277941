import { walkDifferences } from '../../../../model/values/differences.ts';
import { hadEffect, hasReached, type LoggedCall } from '../../downstream/loggedCall.ts';
import { type CallMask, isBothOpen } from './callMask.ts';

/**
 * What a delivery must have in common with the expected one. `same`: each distinct call, and no other. `none lost`: each
 * distinct call. `nothing`: calls that depend on what is stored may differ, so they cannot be compared.
 */
export type CallDemand = 'same' | 'none lost' | 'nothing';

/** A call that only one of two deliveries made, beside the closest one of the other. */
export interface CallDifference {
  readonly expected?: LoggedCall | undefined;
  readonly received?: LoggedCall | undefined;
}

/**
 * The watched calls of a delivery that had their effect: what is observed without `observe`. Neither order nor number is
 * compared, so that an event may come twice.
 */
export class ObservedCalls {
  readonly calls: readonly LoggedCall[];
  readonly demand: CallDemand;
  readonly #mask: CallMask;

  constructor(calls: readonly LoggedCall[], mask: CallMask, demand: CallDemand = 'same') {
    // Copies: a call that goes on is settled later.
    this.calls = calls.filter(({ isOfMessage }) => !isOfMessage).map((call) => ({ ...call }));
    this.#mask = mask;
    this.demand = demand;
  }

  /** The same calls as an expectation of less. */
  demanding(demand: CallDemand): ObservedCalls {
    return new ObservedCalls(this.calls, this.#mask, demand);
  }

  /** The first call that differs in a delivery from which these calls are expected. */
  findDifference(received: ObservedCalls, same: (one: unknown, other: unknown) => boolean): CallDifference | undefined {
    if (this.demand === 'nothing') return undefined;
    // A service may refuse a call that is repeated after an outage: its condition no longer holds.
    const lost = this.#listMissingIn(received, same, this.demand === 'none lost' ? hasReached : hadEffect);
    const others = received.#listMissingIn(this, (one, other) => same(other, one));
    const expected = lost[0];
    if (expected !== undefined) return { expected, received: others.find(({ name }) => name === expected.name) };
    return this.demand === 'same' && others[0] !== undefined ? { received: others[0] } : undefined;
  }

  /** Whether the other delivery made a call that this one did not make. */
  lacksSomeOf(other: ObservedCalls, same: (one: unknown, other: unknown) => boolean): boolean {
    return other.#listMissingIn(this, (one, another) => same(another, one)).length > 0;
  }

  #listMissingIn(
    other: ObservedCalls,
    same: (one: unknown, other: unknown) => boolean,
    counts: (call: LoggedCall) => boolean = hadEffect,
  ): LoggedCall[] {
    const made = other.calls.filter(counts);
    const texts = new Set(made.map((call) => this.#mask.format(call)));
    const isSame = (one: LoggedCall, two: LoggedCall): boolean => {
      if (one.name !== two.name) return false;
      const [first] = walkDifferences(this.#mask.cover(one.name, one.args), this.#mask.cover(two.name, two.args), {
        same,
        opens: isBothOpen,
      });
      return first === undefined;
    };
    return this.calls
      .filter(hadEffect)
      .filter((call) => !texts.has(this.#mask.format(call)) && !made.some((one) => isSame(call, one)));
  }
}
