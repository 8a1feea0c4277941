import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { FactName } from '../../../../model/facts/facts.ts';
import type { LoggedCall } from '../../downstream/loggedCall.ts';
import type { Transport } from '../../transports/transport.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Fault } from '../faults/faults.ts';
import type { Observed } from '../observation/callObserve.ts';
import type { Discrepancy } from '../observation/discrepancy.ts';
import type { Course, PlayedDelivery, PlayFailure } from '../play/playedDelivery.ts';

/** The circumstance under which a handler fails, as the end of a sentence; without words if there is nothing to say. */
export interface Circumstance {
  readonly words: string;
  /** Whether a comma stands before them, as before "though". */
  readonly afterComma?: boolean;
}

/** One guarantee of `verifyDelivery`: when a handler breaks it, and what its report says. */
export interface Guarantee<Name extends string = string> {
  readonly name: Name;
  /** The first line of a report. */
  headline(violation: GuaranteeViolation): string;
  /**
   * Completes the headline "the handler fails …". Absent if the headline does not depend on a failure.
   */
  readonly failsWhen?: Circumstance;
  /** The headline if an event is given up; by default the one of a failure. */
  readonly givenUp?: string;
  /** Why AWS may deliver this way. */
  facts(violation: GuaranteeViolation, transport: Pick<Transport, 'facts'>): readonly FactName[];
  /** Whether the guarantee applies to a round. */
  applies(round: Round): boolean;
  /** How a round breaks it; undefined if the round keeps it. */
  check(round: Round): Breach | undefined | Promise<Breach | undefined>;
  /** Further findings, once the shortest delivery is known. */
  examine?(violation: GuaranteeViolation, deliver: Deliver): Promise<Breach>;
}

/** The findings of a check besides the played delivery and the discrepancy. */
export type Breach = Partial<Pick<GuaranteeViolation, 'discrepancy' | 'doubled' | 'leftOut' | 'resurrects'>>;

/** A broken guarantee, and the delivery that breaks it. */
export interface GuaranteeViolation<Name extends string = string> extends PlayedDelivery {
  readonly guarantee: Guarantee<Name>;
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly discrepancy?: Discrepancy;
  /** Why `observe` failed after it. */
  readonly unseen?: Observed['unseen'];
  /** An event that the function omits from its answer, although it fails on it. */
  readonly leftOut?: number;
  /** The watched call that must happen once, and took effect more often. */
  readonly doubled?: LoggedCall;
  /** Whether an older event after the deletion restores deleted data. */
  readonly resurrects?: boolean;
}

/** A played delivery, and the result of `observe` after it. */
export type ObservedDelivery = PlayedDelivery & Observed;

/** Resets, delivers and observes. */
export type Deliver = (
  history: readonly CasesEvent[],
  batches: readonly (readonly Arrival[])[],
  course?: Partial<Course>,
) => Promise<ObservedDelivery>;

/**
 * The ways to play one delivery. First one by one in the order of changes; then at other times, and in batches. Then
 * the expected outcome under its faults, and the real one. Finally with two batches in flight. A handler that continues
 * after its answers is played in no other way.
 */
export type RoundKind = 'afterAnswers' | 'clean' | 'batched' | 'retimed' | 'survivors' | 'faulty' | 'inFlight';

/** One way to play a delivery, and its result. */
export interface Round {
  readonly kind: RoundKind;
  readonly history: readonly CasesEvent[];
  /** The faults of the delivery; empty for a clean one. */
  readonly faults: readonly Fault[];
  readonly batchSize: number;
  readonly arrivals: readonly Arrival[];
  readonly seen: ObservedDelivery;
  /** The expected outcome. */
  readonly expected: unknown;
  /** The watched call that must happen once, and took effect more often than in the clean delivery. */
  readonly doubled?: LoggedCall | undefined;
  /** Why the delivery could not finish, if that counts. */
  readonly failed?: PlayFailure | undefined;
  /** Where the outcome differs from the expected one. */
  readonly discrepancy?: Discrepancy | undefined;
  readonly deliver: Deliver;
}
