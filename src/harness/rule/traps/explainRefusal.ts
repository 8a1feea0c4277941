import type { Domain } from '../../../../model/domain/domain.ts';
import type { FilterMismatch } from '../../../../model/rule/filterLeaf.ts';
import { findTraps } from './findTraps.ts';

/**
 * What is usually behind the leaves of a rule and its filters that refuse an event, and what to do: a text for each trap.
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
  const texts = within
    .flatMap((mismatch) => findTraps(mismatch, event, domain))
    .map(({ because, todo }) => (todo === undefined || part !== undefined ? because : `${because} ${todo}`));
  return [...new Set([...texts, ...outside])];
}
