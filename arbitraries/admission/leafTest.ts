import { compilePattern } from '../../model/rule/compile/compilePattern.ts';
import type { Leaf } from '../../model/rule/compile/leaf.ts';
import { type LeafMatcher, meetsFrom, prepareMatchers } from '../../model/rule/match/matcher.ts';
import type { CompiledPattern } from '../../model/rule/rule.ts';
import { oncePer } from '../../model/values/oncePer.ts';

/** One leaf of a combination, which decides alone. */
export interface LeafTest {
  readonly leaf: Leaf;
  holds(event: unknown): boolean;
}

/** The leaves of each combination of some patterns. One combination suffices. */
export function listLeafTests(patterns: readonly CompiledPattern[]): readonly (readonly LeafTest[])[] {
  return patterns.flatMap(({ text }) => compilePattern(text).map((leaves) => prepareMatchers(leaves).map(testOfLeaf)));
}

/** Combinations share leaves, and what is known of them. */
const testOfLeaf = oncePer(toTest, ({ leaf }) => leaf);

function toTest(matcher: LeafMatcher): LeafTest {
  const alone = [matcher];
  return { leaf: matcher.leaf, holds: (event) => meetsFrom(alone, 0, event) };
}
