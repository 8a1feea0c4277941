import type { Domain } from '../../../model/domain/domain.ts';
import type { FilterMismatch } from '../../../model/rule/filterLeaf.ts';
import { explainTraps } from './explainTraps.ts';

/** What is usually behind the leaves of a rule and its filters that refuse an event, one sentence for each trap. */
export function explainRefusal(
  mismatches: readonly FilterMismatch[],
  event: object,
  domain: Domain,
): readonly string[] {
  const outside = mismatches.flatMap((mismatch) => mismatch.outside?.trap ?? []);
  const within = mismatches.filter((mismatch) => mismatch.outside === undefined);
  return [...new Set([...explainTraps(within, event, domain), ...outside])];
}
