import type { Leaf } from '../compile/leaf.ts';
import { type CompiledPattern, listPatternLeaves } from '../rule.ts';
import { removeAt } from './removeAt.ts';
import { sourceOnly } from './sourceOnly.ts';

/** A pattern without some of its leaves, as JSON; a pattern on the source alone if nothing else is left. */
export function removeLeaves(pattern: CompiledPattern, isUnwanted: (leaf: Leaf) => boolean): string {
  let left: unknown = JSON.parse(pattern.text);
  for (const { place } of listPatternLeaves([pattern]).filter(isUnwanted)) left = removeAt(left, place);
  return JSON.stringify(left ?? sourceOnly);
}
