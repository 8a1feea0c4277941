import type { Domain } from '../../../../model/domain/domain.ts';
import type { FilterMismatch } from '../../../../model/rule/filterLeaf.ts';
import { listParts, type Rule } from '../../../../model/rule/rule.ts';
import { findTraps } from './findTraps.ts';
import type { RefusedLeaf } from './trap.ts';

/**
 * What is usually behind the leaves of a rule and its filters that refuse an event, and what to do: a text for each trap.
 * @param part `because` leaves out what to do, where a change of the pattern says it
 */
export function explainRefusal(
  rule: Rule,
  mismatches: readonly FilterMismatch[],
  event: object,
  domain: Domain,
  part?: 'because',
): readonly string[] {
  const outside = mismatches.flatMap((mismatch) => mismatch.outside?.trap ?? []);
  const within = mismatches.filter((mismatch) => mismatch.outside === undefined);
  const texts = within
    .flatMap((mismatch) => findTraps(toRefusedLeaf(rule, mismatch), event, domain))
    .map(({ because, todo }) => (todo === undefined || part !== undefined ? because : `${because} ${todo}`));
  return [...new Set([...texts, ...outside])];
}

/** A mismatch with the leaves that must hold together with it, in the first combination that has it. */
export function toRefusedLeaf(rule: Rule, { path, condition, received }: FilterMismatch): RefusedLeaf {
  const place = path.join('.');
  const beside = listParts(rule)
    .flat()
    .find((leaves) => leaves.some((leaf) => leaf.path.join('.') === place && leaf.text === condition));
  return { path, condition, received, ...(beside && { beside }) };
}
