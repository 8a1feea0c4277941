import type { Leaf } from '../../model/rule/compile/leaf.ts';
import { type LeafMatcher, meetsAlone, prepareMatchers } from '../../model/rule/match/matcher.ts';
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
