import type { Domain } from '../../../../model/domain/domain.ts';
import type { FilterMismatch } from '../../../../model/rule/filterLeaf.ts';
import { explainTraps } from './explainTraps.ts';

/**
 * What is usually behind the leaves of a rule and its filters that refuse an event, a text for each trap.
 * @param part `because` leaves out what to do, where a change of the pattern says it
 */
export function explainRefusal(
  mismatches: readonly FilterMismatch[],
  event: object,
  domain: Domain,
  part?: 'because',
): readonly string[] {
  const outside = mismatches.flatMap((mismatch) => mismatch.outside?.trap ?? []);
  const within = mismatches.filter((mismatch) => mismatch.outside === undefined);
  return [...new Set([...explainTraps(within, event, domain, part), ...outside])];
}
