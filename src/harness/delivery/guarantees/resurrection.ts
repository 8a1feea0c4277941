import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { isDeletion, listCasesAfterDeletion } from '../faults/afterDeletion.ts';
import { cutIntoBatches, listArrivals, listEvents, listInOrder } from '../faults/arrivals.ts';
import { findDiscrepancy } from '../observation/discrepancy.ts';
import type { Breach, Deliver, GuaranteeViolation } from './guarantee.ts';

/** The headline if a delivery restores a deleted case. */
export const resurrection = 'the handler resurrects a deleted case: an older event comes after the deletion';

/**
 * Whether a delivery restores a deleted case: the outcome names it again, or looks as if it was never deleted. Other
 * data stored beside a deleted case restore nothing.
 */
export async function examineResurrection(
  { history, faults, calls, failed }: GuaranteeViolation,
  deliver: Deliver,
): Promise<Breach> {
  const cases = listCasesAfterDeletion(history, faults);
  if (failed !== undefined || cases.length === 0) return { resurrects: false };
  const size = Math.max(...calls.map(({ arrivals }) => arrivals.length));
  const arrivals = listArrivals(history, faults);
  const received = await deliver(history, cutIntoBatches(arrivals, size));
  const arrived = new Set(listEvents(arrivals));
  const came = listInOrder(history).filter(({ event }) => arrived.has(event));
  const expected = await deliver(history, cutIntoBatches(came, 1));
  if (cases.some((id) => mentions(received.seen, id) && !mentions(expected.seen, id))) return { resurrects: true };
  const undeleted = came.filter(({ event }) => !isDeletion(history[event] as CasesEvent));
  const without = await deliver(history, cutIntoBatches(undeleted, 1));
  return { resurrects: findDiscrepancy(without.seen, received.seen) === undefined };
}

/** Whether an id occurs in the outcome, as a text or as the name of a member. */
function mentions(seen: unknown, id: string): boolean {
  return (JSON.stringify(seen) ?? '').includes(id);
}
