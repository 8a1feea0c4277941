import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import type { SeededRandom } from '../../../../model/values/seededRandom.ts';
import { outageErrors } from '../../downstream/outage.ts';
import type { Fault, FaultKind, OutageFault, PoisonKind } from './faults.ts';

/** What a fault may be, besides its kind. */
export interface FaultChoice {
  readonly poisons: readonly PoisonKind[];
  /** The most receipts of an event that an outage may last; fewer than its transport makes. */
  readonly longestOutage: number;
}

/** Draws a fault of one of some kinds. */
export function drawFault(
  kinds: readonly FaultKind[],
  history: readonly CasesEvent[],
  { poisons, longestOutage }: FaultChoice,
  random: SeededRandom,
): Fault {
  const kind = random.pick(kinds);
  const { id: event } = random.pick(history);
  switch (kind) {
    case 'loss':
      return { kind, event };
    case 'poison':
      return { kind, event, poison: random.pick(poisons), number: random.next() };
    case 'outage': {
      const effect = random.pick(['before', 'before', 'after'] as const);
      // A throttled call never has its effect.
      const error = random.pick(effect === 'before' ? outageErrors : (['serverError', 'timeout'] as const));
      const lasts = random.pick([0, 0, 1, 1 + random.below(longestOutage)]);
      return { kind, event, call: random.below(CALLS), error, effect, lasts };
    }
    default:
      // Mostly a small delay: delivery usually swaps neighbours.
      return { kind, event, by: random.pick([1, 1, 2, 3, 1 + random.below(history.length)]) };
  }
}

/** The number of places at which an outage begins: a multiple of many small numbers of calls. */
const CALLS = 12;

/** Plainer faults of the same kind, the plainest first. */
export function* listPlainerFaults(fault: Fault): IterableIterator<Fault> {
  if (fault.kind === 'loss') return;
  if (fault.kind === 'poison') {
    if (fault.number !== 0) yield { ...fault, number: 0 };
    return;
  }
  if (fault.kind === 'outage') {
    yield* listPlainerOutages(fault);
    return;
  }
  for (let by = 1; by < fault.by; by *= 2) yield { ...fault, by };
}

function* listPlainerOutages(fault: OutageFault): IterableIterator<Fault> {
  const { call, effect, error, lasts } = fault;
  if (lasts > 0) yield { ...fault, lasts: 0 };
  if (lasts > 1) yield { ...fault, lasts: 1 };
  const [plainest = error] = outageErrors;
  if (effect === 'after') yield { ...fault, effect: 'before', error: plainest };
  else if (error !== plainest) yield { ...fault, error: plainest };
  for (let first = 0; first < call; first++) yield { ...fault, call: first };
}
