import { limits } from '../../facts/limits.ts';
import { InvalidArgumentError } from '../../values/invalidArgument.ts';
import { citeFact } from '../json/refusePattern.ts';
import type { Clause } from './clauses.ts';
import type { Leaf } from './leaf.ts';

/** The leaves of one combination of branches, in the order of their paths: all must hold. */
export type Combination = readonly Leaf[];

/**
 * All combinations of branches: an event matches if it meets one. Of two leaves with the same path the later counts.
 * @throws InvalidArgumentError for more than AWS takes
 */
export function listCombinations(clauses: readonly Clause[]): readonly Combination[] {
  const combined = addClauses(clauses, [new Map()]);
  return combined.map((leaves) => [...leaves].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, leaf]) => leaf));
}

type LeavesByName = ReadonlyMap<string, Leaf>;

function addClauses(clauses: readonly Clause[], combined: readonly LeavesByName[]): readonly LeavesByName[] {
  return clauses.reduce((before, clause) => requireFew(addClause(clause, before)), combined);
}

function addClause(clause: Clause, combined: readonly LeavesByName[]): readonly LeavesByName[] {
  if ('choices' in clause) return clause.choices.flatMap((choice) => addClauses(choice, combined));
  return combined.map((leaves) => new Map(leaves).set(clause.leaf.path.join('.'), clause.leaf));
}

function requireFew(combined: readonly LeavesByName[]): readonly LeavesByName[] {
  if (combined.length <= limits.patternCombinations) return combined;
  throw new InvalidArgumentError({
    argument: 'pattern',
    received: combined.length,
    shown: `a pattern with ${combined.length.toLocaleString('en')} combinations of $or or more`,
    allowed: `up to ${limits.patternCombinations.toLocaleString('en')}`,
    because: citeFact('patternOr'),
    todo: 'Write the alternatives of one key in its list, or write several rules',
  });
}
