import type { FactName } from '../../../../model/facts/facts.ts';
import type { Fault, FaultKind, PoisonKind } from './faults.ts';

/** What a report says of a fault. */
interface Described {
  /** A note beside the event; empty where a record of its own shows the fault. */
  readonly note: string;
  /** Why AWS may do so. */
  fact(fault: Fault): FactName;
}

/** By kind of fault, what a report says of it. */
export const describedFaults: Readonly<Record<FaultKind, Described>> = {
  duplicates: { note: 'comes twice', fact: () => 'atLeastOnce' },
  reordering: { note: 'comes late', fact: () => 'order' },
  loss: { note: 'lost', fact: () => 'bestEffort' },
  poison: { note: '', fact: (fault) => (fault.kind === 'poison' ? poisonFacts[fault.poison] : 'otherSenders') },
};

const poisonFacts: Record<PoisonKind, FactName> = {
  'no JSON': 'otherSenders',
  malformed: 'otherSenders',
  foreign: 'sourceOnlyRule',
};

/** Why AWS may deliver with some faults, each reason once. */
export function listFaultFacts(faults: readonly Fault[]): FactName[] {
  return [...new Set(faults.map((fault) => describedFaults[fault.kind].fact(fault)))];
}
