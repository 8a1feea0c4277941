import { oncePer } from '../../values/oncePer.ts';
import type { Combination } from '../compile/combinations.ts';
import type { Leaf } from '../compile/leaf.ts';
import type { Scalar } from '../operators/condition.ts';
import { type Elements, joinElements, listDifferent, noElements, selectElements } from './elements.ts';
import { makeScalarReader, planRoute, type ReadScalars, type Route, type Visitor, visitValues } from './visitValues.ts';

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
 * Whether an event meets all leaves. The order of the leaves counts, as in AWS's engine: an absent value may be absent
 * only from the elements that earlier leaves chose.
 * @param chosen of these lists only the given elements count
 */
export function meetsAll(matchers: readonly LeafMatcher[], event: unknown, chosen: Elements = noElements): boolean {
  let choices: readonly Elements[] = [chosen];
  let readScalars: ReadScalars | undefined;
  for (let index = 0; index < matchers.length; index++) {
    const matcher = matchers[index] as LeafMatcher;
    // Of many choices each looks at the same lists.
    if (choices.length > 1) readScalars ??= makeScalarReader();
    choices = listChoices(matcher, event, choices, readScalars);
    if (choices.length === 0) return false;
    if (choices.length > 1 || choices[0] !== noElements) choices = keepSeen(choices, matchers, index + 1);
  }
  return true;
}

/** The choices of elements with which a leaf holds. */
function listChoices(
  matcher: LeafMatcher,
  event: unknown,
  choices: readonly Elements[],
  readScalars: ReadScalars | undefined,
): readonly Elements[] {
  const held: Elements[] = [];
  for (const chosen of choices) {
    const found = findElements(matcher, event, chosen, readScalars);
    for (const elements of found) held.push(joinElements(chosen, elements));
    if (found.length > 0 || !matcher.leaf.takesAbsence) continue;
    if (isAbsent(matcher, event, chosen, readScalars)) held.push(chosen);
  }
  return held;
}

/**
 * The choices without elements of lists that no later leaf looks into: however many elements of a list meet the leaves on
 * it, those on another list look only once.
 */
function keepSeen(choices: readonly Elements[], matchers: readonly LeafMatcher[], from: number): readonly Elements[] {
  const seen = new Map<string, boolean>();
  const isSeen = (place: string): boolean => {
    const known = seen.get(place);
    if (known !== undefined) return known;
    const sees = matchers.some(
      ({ route }, index) => index >= from && route.places.some((path) => place.endsWith(`/${path}`)),
    );
    seen.set(place, sees);
    return sees;
  };
  return listDifferent(choices.map((elements) => selectElements(elements, isSeen)));
}

/** Whether an event meets all leaves of one of several combinations. They share leaves: each is looked at once. */
export function meetsSome(combinations: readonly (readonly LeafMatcher[])[], event: unknown): boolean {
  const [only] = combinations;
  if (only !== undefined && combinations.length === 1) return meetsAll(only, event);
  const found = new Map<LeafMatcher, boolean>();
  // Without any value of its own, a leaf holds in no elements either.
  const canHold = (matcher: LeafMatcher): boolean => {
    if (matcher.leaf.takesAbsence) return true;
    const known = found.get(matcher) ?? findElements(matcher, event).length > 0;
    found.set(matcher, known);
    return known;
  };
  return combinations.some((matchers) => matchers.every(canHold) && meetsAll(matchers, event));
}

/** Whether an event meets one leaf, whatever the others say. */
export function meetsAlone(matcher: LeafMatcher, event: unknown): boolean {
  return meetsAll([matcher], event);
}

/** Where the values lie that meet a leaf, within the chosen elements of lists. */
export function findElements(
  { route, admits }: LeafMatcher,
  event: unknown,
  chosen?: Elements,
  readScalars?: ReadScalars,
): readonly Elements[] {
  const found: Elements[] = [];
  const visit: Visitor = (value, elements) => {
    // Values that lie in the same elements need one try only.
    if (admits(value) && found.at(-1) !== elements) found.push(elements);
    return false;
  };
  visitValues(event, route, visit, chosen, readScalars);
  return found;
}

/** Whether no value of a leaf's path lies in these elements, or outside the elements of any list. */
export function isAbsent(
  { route }: LeafMatcher,
  event: unknown,
  elements: Elements,
  readScalars?: ReadScalars,
): boolean {
  return !visitValues(event, route, () => true, elements, readScalars);
}
