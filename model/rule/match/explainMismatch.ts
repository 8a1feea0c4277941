import { valueAt } from '../../values/eventPath.ts';
import { describeMismatch } from './describeMismatch.ts';
import { noElements } from './elements.ts';
import type { LeafMismatch } from './leafMismatch.ts';
import { makeMismatch } from './makeMismatch.ts';
import { findElements, isAbsent, type LeafMatcher } from './matcher.ts';
import { readValues } from './readValues.ts';
import { visitValues } from './visitValues.ts';

/**
 * Each leaf that keeps an event from meeting these combinations, once, in the order of paths. If each leaf of a
 * combination holds in some element of a list, but no element meets all, it lists the leaves that disagree.
 */
export function explainMismatch(
  combinations: readonly (readonly LeafMatcher[])[],
  event: unknown,
): readonly LeafMismatch[] {
  const mismatches = new Map<LeafMatcher['leaf'], LeafMismatch>();
  for (const matchers of combinations) {
    const unmet = matchers.filter((matcher) => !canHold(matcher, event));
    for (const matcher of unmet) mismatches.set(matcher.leaf, describe(matcher, event));
    if (unmet.length > 0) continue;
    for (const matcher of matchers.filter((candidate) => holdsWithinElements(candidate, event))) {
      if (!mismatches.has(matcher.leaf)) mismatches.set(matcher.leaf, disagree(matcher, event));
    }
  }
  return [...mismatches.values()];
}

function describe(matcher: LeafMatcher, event: unknown): LeafMismatch {
  return describeMismatch(matcher.leaf, readValues(event, matcher), valueAt(event, matcher.leaf.path));
}

/** Whether a leaf holds alone, or could hold in some element of a list. */
function canHold(matcher: LeafMatcher, event: unknown): boolean {
  if (findElements(matcher, event).length > 0) return true;
  return matcher.leaf.takesAbsence && !visitValues(event, matcher.route, (_, { size }) => size === 0);
}

/** Whether a leaf holds in elements of lists only. */
function holdsWithinElements(matcher: LeafMatcher, event: unknown): boolean {
  if (matcher.leaf.takesAbsence && isAbsent(matcher, event, noElements)) return false;
  return findElements(matcher, event).every(({ size }) => size > 0);
}

function disagree(matcher: LeafMatcher, event: unknown): LeafMismatch {
  const because = 'an element of the list meets this condition, but none meets it together with the others';
  return makeMismatch(matcher.leaf, readValues(event, matcher), because, 'patternElements');
}
