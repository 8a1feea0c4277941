import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { FactName } from '../../../../model/facts/facts.ts';
import type { Transport } from '../../transports/transport.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Fault } from '../faults/faults.ts';
import type { Discrepancy } from '../observation/discrepancy.ts';
import type { Observed } from '../observation/observed.ts';
import type { Course, PlayedDelivery, PlayFailure } from '../play/playedDelivery.ts';

/** What a consumer guarantees under every delivery. */
export type GuaranteeName =
  | 'copes with a clean delivery'
  | 'has done its work when it answers'
  | 'does not order by time'
  | 'is idempotent'
  | 'does not depend on the order'
  | 'copes with loss'
  | 'lets no poison touch its neighbours'
  | 'answers what its transport takes'
  | 'takes batches as it takes single records'
  | 'reports what failed'
  | 'reports nothing that is done'
  | 'copes with batches in flight at once';

/** One guarantee of `verifyDelivery`: when a handler breaks it, and what a report says then. */
export interface Guarantee<Name extends GuaranteeName = GuaranteeName> {
  readonly name: Name;
  /** The first line of a report. */
  headline(violation: GuaranteeViolation): string;
  /** When the handler fails, after "the handler fails". Without it the headline is the same, however the handler breaks it. */
  readonly failsWhen?: string;
  /** Why AWS may deliver so. */
  facts(violation: GuaranteeViolation, transport: Pick<Transport, 'facts'>): readonly FactName[];
  /** The rounds in which a handler is held to it. */
  applies(round: Round): boolean;
  /** How a round breaks it; nothing where the round keeps it. */
  check(round: Round): Breach | undefined | Promise<Breach | undefined>;
  /** What else there is to find out, once the shortest delivery is known. */
  examine?(violation: GuaranteeViolation, deliver: Deliver): Promise<Breach>;
}

/** What a check finds beside what was played and what differs. */
export type Breach = Partial<Pick<GuaranteeViolation, 'discrepancy' | 'leftOut' | 'resurrects'>>;

/** A broken guarantee, and the delivery that breaks it. */
export interface GuaranteeViolation extends PlayedDelivery {
  readonly guarantee: GuaranteeName;
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly discrepancy?: Discrepancy;
  /** Why `observe` showed nothing after it. */
  readonly unseen?: Observed['unseen'];
  /** An event that the function left out of its answer, though it fails on it. */
  readonly leftOut?: number;
  /** An older event that came after the deletion brings back what was deleted. */
  readonly resurrects?: boolean;
  /** What calls in flight at once asked of their store, in order. */
  readonly asked?: readonly string[];
}

/** A delivery that was played, and what `observe` showed after it. */
export type ObservedDelivery = PlayedDelivery & Observed;

/** Resets, delivers and observes. */
export type Deliver = (
  history: readonly CasesEvent[],
  batches: readonly (readonly Arrival[])[],
  course?: Partial<Course>,
) => Promise<ObservedDelivery>;

/**
 * The ways in which one delivery is played, in order: in the order of the changes, one by one; at other times, and in
 * batches; then what must come out under its faults, and what does; at last with two batches in flight. A handler that
 * goes on after its answers is played in no other way.
 */
export type RoundKind = 'afterAnswers' | 'clean' | 'batched' | 'retimed' | 'survivors' | 'faulty' | 'inFlight';

/** One way in which a delivery was played, and what came of it. */
export interface Round {
  readonly kind: RoundKind;
  readonly history: readonly CasesEvent[];
  /** What went wrong with the delivery; nothing where it is clean. */
  readonly faults: readonly Fault[];
  readonly batchSize: number;
  readonly arrivals: readonly Arrival[];
  readonly seen: ObservedDelivery;
  /** What should have been seen. */
  readonly expected: unknown;
  /** Why the delivery could not be done, where that counts. */
  readonly failed?: PlayFailure | undefined;
  /** Where what was seen differs from what should have been. */
  readonly discrepancy?: Discrepancy | undefined;
  readonly asked?: readonly string[];
  readonly deliver: Deliver;
}
