import type { CasesEvent } from '../event/casesEvent.ts';
import { type ShowValue, showReceived } from '../event/showReceived.ts';
import type { FactName } from '../facts/facts.ts';
import type { ValuePath } from '../values/eventPath.ts';

/** A place where an event breaks an invariant: its path, the received value, the allowed ones. */
export interface InvariantViolation {
  readonly segments: ValuePath;
  readonly received: string;
  readonly allowed: string;
}

/** A relation between several properties of every event, which no schema can express. */
export interface Invariant {
  readonly name: string;
  readonly fact: FactName;
  /** Whether an event that passes the schema keeps the invariant. */
  holds(event: CasesEvent): boolean;
  /** The places that break it. By default they show no values of the event. */
  violations(event: CasesEvent, showValue?: ShowValue): readonly InvariantViolation[];
}

/** Makes an invariant from a function that lists its violations. */
export function makeInvariant(
  name: string,
  fact: FactName,
  violationsOf: (event: CasesEvent, showValue: ShowValue) => readonly InvariantViolation[],
): Invariant {
  const violations: Invariant['violations'] = (event, showValue = showReceived) => violationsOf(event, showValue);
  return Object.freeze({ name, fact, violations, holds: (event: CasesEvent) => violations(event).length === 0 });
}

/** A list with the violation, or an empty list if the condition is met. */
export function reportUnless(
  met: boolean,
  segments: InvariantViolation['segments'],
  came: string,
  allowed: string,
): InvariantViolation[] {
  return met ? [] : [{ segments, received: came, allowed }];
}
