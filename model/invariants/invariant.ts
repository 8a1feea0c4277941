import type { CasesEvent } from '../event/casesEvent.ts';
import { received, type Tell } from '../event/received.ts';
import type { FactName } from '../facts/facts.ts';

/** Where an event breaks an invariant: the place, what stands there, what may. */
export interface InvariantViolation {
  readonly segments: readonly (string | number)[];
  readonly received: string;
  readonly allowed: string;
}

/** What holds between several properties of every event, which no schema can say. */
export interface Invariant {
  readonly name: string;
  readonly fact: FactName;
  /** Whether an event that has passed the schema keeps the invariant. */
  holds(event: CasesEvent): boolean;
  /** Where it does not. Values of the event are shown only if `tell` shows them. */
  violations(event: CasesEvent, tell?: Tell): readonly InvariantViolation[];
}

/** An invariant, by a function that lists where an event breaks it. */
export function invariant(
  name: string,
  fact: FactName,
  violationsOf: (event: CasesEvent, tell: Tell) => readonly InvariantViolation[],
): Invariant {
  const violations: Invariant['violations'] = (event, tell = received) => violationsOf(event, tell);
  return Object.freeze({ name, fact, violations, holds: (event: CasesEvent) => violations(event).length === 0 });
}

/** A list with the violation, or an empty one where the condition is met. */
export function unless(
  met: boolean,
  segments: InvariantViolation['segments'],
  came: string,
  allowed: string,
): InvariantViolation[] {
  return met ? [] : [{ segments, received: came, allowed }];
}
