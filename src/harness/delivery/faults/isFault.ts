import { type OutageEffect, outageErrors } from '../../downstream/outage.ts';
import { type Fault, type FaultKind, faultKinds, poisonKinds } from './faults.ts';

/** Whether a value is a fault with all its members. */
export function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null) return false;
  const fault = value as Partial<Fault>;
  const isKnown = faultKinds.some((kind) => kind === fault.kind);
  return isKnown && typeof fault.event === 'string' && isComplete[fault.kind as FaultKind](fault);
}

const isComplete: Readonly<Record<FaultKind, (fault: Readonly<Record<string, unknown>>) => boolean>> = {
  duplicates: ({ by }) => isWholeNumber(by, 1),
  reordering: ({ by }) => isWholeNumber(by, 1),
  loss: () => true,
  poison: ({ poison, number }) => isAmong(poison, poisonKinds) && isWholeNumber(number, 0),
  outage: ({ call, error, effect, lasts }) =>
    isWholeNumber(call, 0) && isAmong(error, outageErrors) && isAmong(effect, effects) && isWholeNumber(lasts, 0),
};

const effects: readonly OutageEffect[] = ['before', 'after'];

function isAmong(value: unknown, values: readonly unknown[]): boolean {
  return values.includes(value);
}

/** Whether a value is a whole number of at least `least`. */
export function isWholeNumber(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least;
}
