import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { SeededRandom } from '../../../../model/values/seededRandom.ts';
import type { Fault, FaultKind, PoisonKind } from './faults.ts';

/** Draws a fault of one of some kinds. */
export function drawFault(
  kinds: readonly FaultKind[],
  history: readonly CasesEvent[],
  poisons: readonly PoisonKind[],
  random: SeededRandom,
): Fault {
  const kind = random.pick(kinds);
  const { id: event } = random.pick(history);
  switch (kind) {
    case 'loss':
      return { kind, event };
    case 'poison':
      return { kind, event, poison: random.pick(poisons), number: random.next() };
    default:
      // Mostly a small delay: delivery usually swaps neighbours.
      return { kind, event, by: random.pick([1, 1, 2, 3, 1 + random.below(history.length)]) };
  }
}

/** Plainer faults of the same kind, the plainest first. */
export function* listPlainerFaults(fault: Fault): IterableIterator<Fault> {
  if (fault.kind === 'loss') return;
  if (fault.kind === 'poison') {
    if (fault.number !== 0) yield { ...fault, number: 0 };
    return;
  }
  for (let by = 1; by < fault.by; by *= 2) yield { ...fault, by };
}
