import { compilePattern } from '../compile/compilePattern.ts';
import type { Leaf } from '../compile/leaf.ts';
import { removeAt } from './removeAt.ts';

/** A pattern without some of its leaves, as JSON; a pattern on the source alone if nothing else is left. */
export function withoutLeaves(text: string, isUnwanted: (leaf: Leaf) => boolean): string {
  const leaves = new Set(compilePattern(text).flat());
  let pattern: unknown = JSON.parse(text);
  for (const { place } of [...leaves].filter(isUnwanted)) pattern = removeAt(pattern, place);
  return JSON.stringify(pattern ?? { source: ['aws.cases'] });
}
