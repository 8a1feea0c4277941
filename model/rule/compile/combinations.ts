import { limits } from '../../facts/limits.ts';
import { InvalidArgumentError } from '../../values/invalidArgument.ts';
import { citeFact } from '../json/refusePattern.ts';
import type { Clause } from './clauses.ts';
import type { Leaf } from './leaf.ts';

/** The leaves of one combination of branches, in the order of their paths: all must hold. */
export type Combination = readonly Leaf[];

/**
 * All combinations of branches: an event matches if it meets one. Of two leaves with the same path the later counts.
 * @throws InvalidArgumentError for more combinations, or more keys in one, than AWS takes
 */
export function listCombinations(clauses: readonly Clause[]): readonly Combination[] {
  requireAtMost(limits.patternCombinations, countCombinations(clauses), {
    what: 'combinations of $or',
    fact: 'patternOr',
    todo: 'Write the alternatives of one key in its list, or write several rules',
  });
  return addClauses(clauses, [new Map()]).map(sortLeaves);
}

type LeavesByName = ReadonlyMap<string, Leaf>;

/** AWS multiplies the lengths of all lists of `$or`, also of nested ones: it counts more than there are. */
function countCombinations(clauses: readonly Clause[]): number {
  return clauses.reduce((count, clause) => {
    if (!('choices' in clause)) return count;
    return clause.choices.reduce((before, choice) => before * countCombinations(choice), count * clause.choices.length);
  }, 1);
}

function addClauses(clauses: readonly Clause[], combined: readonly LeavesByName[]): readonly LeavesByName[] {
  return clauses.reduce((before, clause) => addClause(clause, before), combined);
}

function addClause(clause: Clause, combined: readonly LeavesByName[]): readonly LeavesByName[] {
  if ('choices' in clause) return clause.choices.flatMap((choice) => addClauses(choice, combined));
  return combined.map((leaves) => new Map(leaves).set(clause.leaf.path.join('.'), clause.leaf));
}

function sortLeaves(leaves: LeavesByName): Combination {
  requireAtMost(limits.patternKeys, leaves.size, {
    what: 'keys that must all match',
    fact: 'patternKeys',
    todo: 'Write only the keys that decide',
  });
  return [...leaves].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, leaf]) => leaf);
}

interface Excess {
  readonly what: string;
  readonly fact: 'patternOr' | 'patternKeys';
  readonly todo: string;
}

function requireAtMost(most: number, count: number, { what, fact, todo }: Excess): void {
  if (count <= most) return;
  throw new InvalidArgumentError({
    argument: 'pattern',
    root: 'pattern',
    received: count,
    shown: `a pattern with ${count.toLocaleString('en')} ${what}`,
    allowed: `up to ${most.toLocaleString('en')}`,
    because: citeFact(fact),
    todo,
  });
}
