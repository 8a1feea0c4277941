import type { Leaf } from '../compile/leaf.ts';
import { type CompiledPattern, getCombinations } from '../rule.ts';
import { removeAt } from './removeAt.ts';
import { sourceOnly } from './sourceOnly.ts';

/** A pattern without some of its leaves, as JSON; a pattern on the source alone if nothing else is left. */
export function removeLeaves(pattern: CompiledPattern, isUnwanted: (leaf: Leaf) => boolean): string {
  const leaves = new Set(getCombinations(pattern).flat());
  let left: unknown = JSON.parse(pattern.text);
  for (const { place } of [...leaves].filter(isUnwanted)) left = removeAt(left, place);
  return JSON.stringify(left ?? sourceOnly);
}
