import type { FactName } from '../../../../model/facts/facts.ts';
import type { Fault, FaultKind, PoisonKind } from './faults.ts';

/** The report's words for a fault. */
interface Described {
  /** A note beside the event; empty if a record of its own shows the fault. */
  readonly note: string;
  /** Why AWS may cause it. */
  fact(fault: Fault): FactName;
}

/** The report's words for each kind of fault. */
export const describedFaults: Readonly<Record<FaultKind, Described>> = {
  duplicates: { note: 'comes twice', fact: () => 'atLeastOnce' },
  reordering: { note: 'comes late', fact: () => 'order' },
  loss: { note: 'lost', fact: () => 'bestEffort' },
  poison: { note: '', fact: (fault) => (fault.kind === 'poison' ? poisonFacts[fault.poison] : 'otherSenders') },
  outage: { note: '', fact: () => 'outages' },
};

const poisonFacts: Record<PoisonKind, FactName> = {
  invalidJson: 'otherSenders',
  malformed: 'otherSenders',
  foreign: 'sourceOnlyRule',
};

/** The headline if a record is given up beside poison, for any broken guarantee. */
export const blockedBatch = 'one poisoned record blocks its batch, and an event is given up';

/** Why AWS may deliver with these faults, each reason once. */
export function listFaultFacts(faults: readonly Fault[]): FactName[] {
  return [...new Set(faults.map((fault) => describedFaults[fault.kind].fact(fault)))];
}

/**
 * Why AWS may deliver with these faults, and, if one is an outage, why the event comes again.
 * @param failure what the transport does after a failure
 */
export function listOutageFacts(faults: readonly Fault[], failure: FactName): FactName[] {
  const again = failure === 'retries' ? 'asyncRetries' : failure;
  return [...listFaultFacts(faults), ...(faults.some(({ kind }) => kind === 'outage') ? [again] : [])];
}
