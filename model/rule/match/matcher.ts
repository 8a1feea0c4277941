import { oncePer } from '../../values/oncePer.ts';
import type { Combination } from '../compile/combinations.ts';
import type { Leaf } from '../compile/leaf.ts';
import type { Scalar } from '../operators/condition.ts';
import { type Elements, joinElements, noElements } from './elements.ts';
import { planRoute, type Route, type Visitor, visitValues } from './visitValues.ts';

/** A leaf, ready to look at events. */
export interface LeafMatcher {
  readonly leaf: Leaf;
  readonly route: Route;
  admits(value: Scalar): boolean;
}

/** Prepares a combination once, for any number of events. */
export function prepareMatchers(combination: Combination): readonly LeafMatcher[] {
  return combination.map(prepareMatcher);
}

/** Combinations share leaves. */
const prepareMatcher = oncePer((leaf: Leaf): LeafMatcher => {
  const { conditions } = leaf;
  const [first] = conditions;
  const admits =
    first !== undefined && conditions.length === 1
      ? (value: Scalar) => first.admits(value)
      : (value: Scalar) => conditions.some((condition) => condition.admits(value));
  return { leaf, route: planRoute(leaf.path), admits };
});

/**
 * Whether an event meets all leaves from an index on, in the elements found so far. The order of the leaves counts, as in
 * AWS's engine: an absent value may be absent only from the elements that earlier leaves chose.
 */
export function meetsFrom(
  matchers: readonly LeafMatcher[],
  index: number,
  event: unknown,
  elements: Elements = noElements,
): boolean {
  const matcher = matchers[index];
  if (matcher === undefined) return true;
  for (const found of findElements(matcher, event, elements)) {
    if (meetsFrom(matchers, index + 1, event, joinElements(elements, found))) return true;
  }
  return (
    matcher.leaf.takesAbsence && isAbsent(matcher, event, elements) && meetsFrom(matchers, index + 1, event, elements)
  );
}

/** Whether an event meets one leaf, whatever the others say. */
export function meetsAlone(matcher: LeafMatcher, event: unknown): boolean {
  return meetsFrom([matcher], 0, event);
}

/** Where the values lie that meet a leaf, within the chosen elements of lists. */
export function findElements({ route, admits }: LeafMatcher, event: unknown, chosen?: Elements): readonly Elements[] {
  const found: Elements[] = [];
  const visit: Visitor = (value, elements) => {
    // Values that lie in the same elements need one try only.
    if (admits(value) && found.at(-1) !== elements) found.push(elements);
    return false;
  };
  visitValues(event, route, visit, chosen);
  return found;
}

/** Whether no value of a leaf's path lies in these elements, or outside the elements of any list. */
export function isAbsent({ route }: LeafMatcher, event: unknown, elements: Elements): boolean {
  return !visitValues(event, route, () => true, elements);
}
