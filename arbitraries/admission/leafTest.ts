import type { Leaf } from '../../model/rule/compile/leaf.ts';
import { type LeafMatcher, meetsAlone, prepareMatchers } from '../../model/rule/match/matcher.ts';
import type { Condition } from '../../model/rule/operators/condition.ts';
import { listParts, type Rule } from '../../model/rule/rule.ts';
import { oncePer } from '../../model/values/oncePer.ts';

/** One leaf of a combination, which decides alone. */
export interface LeafTest {
  readonly leaf: Leaf;
  holds(event: unknown): boolean;
}

/** The leaves of each combination, part by part of a rule. In each part one combination suffices. */
export function listLeafTests(rule: Rule): readonly (readonly (readonly LeafTest[])[])[] {
  return listParts(rule).map((part) => part.map((leaves) => prepareMatchers(leaves).map(getLeafTest)));
}

/** Combinations share leaves, and what is known of them. */
const getLeafTest = oncePer(toTest, ({ leaf }) => leaf);

function toTest(matcher: LeafMatcher): LeafTest {
  return { leaf: matcher.leaf, holds: (event) => meetsAlone(matcher, event) };
}

/**
 * A leaf as its alternatives: each condition by itself, each spelling of a text in any case, and absence last. A leaf on
 * one condition is its only alternative.
 */
export const listAlternatives = oncePer((test: LeafTest): readonly LeafTest[] => {
  const { leaf } = test;
  const conditions = leaf.conditions.slice(0, MOST_CONDITIONS).flatMap(listSpellings);
  if (conditions.length + Number(leaf.takesAbsence) <= 1) return [test];
  const narrowed: readonly Leaf[] = [
    ...conditions.map((condition): Leaf => ({ ...leaf, conditions: [condition], takesAbsence: false })),
    ...(leaf.takesAbsence ? [{ ...leaf, conditions: [] }] : []),
  ];
  return prepareMatchers(narrowed).map(getLeafTest);
});

/** Enough for the values of a field that a rule names. */
const MOST_CONDITIONS = 50;

function listSpellings(condition: Condition): readonly Condition[] {
  const { spellings = [] } = condition;
  return spellings.length === 0 ? [condition] : spellings;
}
