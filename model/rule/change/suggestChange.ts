import { valueAt } from '../../values/eventPath.ts';
import type { Leaf } from '../compile/leaf.ts';
import { eventPattern } from '../eventPattern.ts';
import { meetsAlone, prepareMatchers } from '../match/matcher.ts';
import { readValues } from '../match/readValues.ts';
import type { Scalar } from '../operators/condition.ts';
import { type CompiledPattern, getCombinations, type Rule } from '../rule.ts';
import { describeChange } from './describeChange.ts';
import { applyEdit, type PatternEdit } from './patternEdit.ts';

/** A change of a rule, after which it delivers what it refused. */
export interface PatternChange {
  /** The patterns as they should be, as JSON. */
  readonly texts: readonly string[];
  /** What to write where, and what to remove, one line for each place. */
  readonly lines: readonly string[];
  /** The leaves that the change touches. */
  readonly leaves: readonly Leaf[];
}

/** A leaf that an event does not meet, and the values that the event has there. */
export interface UnmetLeaf {
  readonly leaf: Leaf;
  readonly received: readonly Scalar[];
  /** The leaves that must hold together with it, itself among them. */
  readonly beside: readonly Leaf[];
}

/** What may change in a pattern, and what a change has to reach. */
export interface ChangeSearch {
  /** The edits that may help at a leaf, the best first; none if only its removal helps. */
  listEdits(unmet: UnmetLeaf): readonly PatternEdit[];
  /** How far a leaf is from what its author means, from 0 for a mistake: of two alternatives the closer one changes. */
  measureDoubt?(unmet: UnmetLeaf): number;
  /** Whether a leaf may be removed; by default each. */
  mayRemove?(unmet: UnmetLeaf): boolean;
  /** Whether a leaf may change. */
  mayChange?(leaf: Leaf): boolean;
  /** Whether changed patterns do what they should; by default, whether they deliver the event. */
  accepts?(texts: readonly string[]): boolean;
  /** How much an accepted change breaks elsewhere; nothing by default. The change that breaks least is taken. */
  countHarm?(texts: readonly string[]): number;
}

/**
 * The smallest change of one pattern of a rule that lets an event through: edits of leaves, or leaves that are removed
 * where nothing better helps. Of several it is the one that breaks least elsewhere, then the one that removes least. It
 * is undefined if no such change helps.
 */
export function suggestChange(rule: Rule, event: object, search: ChangeSearch): PatternChange | undefined {
  const { mayChange = () => true, measureDoubt = () => 0.5 } = search;
  const cost = (unmet: readonly UnmetLeaf[]): number => unmet.length + Math.max(0, ...unmet.map(measureDoubt));
  const combinations = rule.patterns
    .flatMap((pattern) => listUnmet(pattern, event).map((unmet) => ({ pattern, unmet })))
    .filter(({ unmet }) => unmet.every(({ leaf }) => mayChange(leaf)))
    .toSorted((one, other) => cost(one.unmet) - cost(other.unmet));
  const accepts = search.accepts ?? ((texts) => texts.some((text) => eventPattern(text).matches(event)));
  let best: JudgedChange = { harm: Number.POSITIVE_INFINITY };
  for (const { pattern, unmet } of combinations.slice(0, MOST_COMBINATIONS)) {
    for (const leaves of listSelections(unmet, event)) {
      best = changeLeaves(rule, pattern, leaves, { ...search, accepts }, best);
      if (best.harm === 0) return best.change;
    }
  }
  return best.change;
}

type SettledSearch = ChangeSearch & Required<Pick<ChangeSearch, 'accepts'>>;

interface JudgedChange {
  readonly change?: PatternChange;
  /** What it breaks elsewhere, and a part of 1 for each leaf that it removes. */
  readonly harm: number;
}

const MOST_COMBINATIONS = 12;

/** The unmet leaves of each combination. */
function listUnmet(pattern: CompiledPattern, event: object): readonly (readonly UnmetLeaf[])[] {
  return getCombinations(pattern).map((leaves) => {
    const matchers = prepareMatchers(leaves);
    const unmet = matchers.filter((matcher) => !meetsAlone(matcher, event));
    // If each leaf holds somewhere, the leaves within a list disagree about the element.
    const changing = unmet.length > 0 ? unmet : matchers.filter(({ leaf }) => liesInList(leaf, event));
    return changing.map((matcher) => ({ leaf: matcher.leaf, received: readValues(event, matcher), beside: leaves }));
  });
}

/**
 * The leaves that change together, fewest first. Leaves within a list of objects depend on each other: a change of some
 * of them may suffice.
 */
function listSelections(unmet: readonly UnmetLeaf[], event: object): readonly (readonly UnmetLeaf[])[] {
  const [inLists, others] = [true, false].map((inList) =>
    unmet.filter(({ leaf }) => liesInList(leaf, event) === inList),
  ) as [UnmetLeaf[], UnmetLeaf[]];
  const subsets = inLists
    .slice(0, MOST_IN_LISTS)
    .reduce<UnmetLeaf[][]>((sets, one) => sets.concat(sets.map((set) => [...set, one])), [[]])
    .toSorted((one, other) => one.length - other.length);
  return subsets.map((subset) => [...others, ...subset]).filter((leaves) => leaves.length > 0);
}

const MOST_IN_LISTS = 5;

function liesInList({ path }: Leaf, event: object): boolean {
  return path.some((_, index) => {
    const value = valueAt(event, path.slice(0, index));
    return Array.isArray(value) && typeof value[0] === 'object';
  });
}

/** The change of these leaves that breaks least elsewhere, if it breaks less than the best one so far. */
function changeLeaves(
  rule: Rule,
  pattern: CompiledPattern,
  unmet: readonly UnmetLeaf[],
  { listEdits, mayRemove = () => true, accepts, countHarm = () => 0 }: SettledSearch,
  best: JudgedChange,
): JudgedChange {
  const before = JSON.parse(pattern.text) as object;
  const ways = unmet.map((one): readonly PatternEdit[] => [
    ...listEdits(one),
    ...(mayRemove(one) ? [{ remove: one.leaf.place }] : []),
  ]);
  return listChoices(ways).reduce((found, edits) => {
    const removals = edits.filter((edit) => 'remove' in edit && !edit.isMeant).length * REMOVAL;
    // What breaks nothing, and removes as little, came before.
    if (found.harm <= removals) return found;
    const after = applyAll(before, edits);
    if (after === undefined) return found;
    const texts = rule.patterns.map((one) => (one === pattern ? JSON.stringify(after) : one.text));
    if (!isAccepted(texts, accepts)) return found;
    const harm = countHarm(texts) + removals;
    if (harm >= found.harm) return found;
    const lines = describeChange(pattern.argument, before, after);
    return { harm, change: { texts, lines, leaves: unmet.map(({ leaf }) => leaf) } };
  }, best);
}

/** What the removal of a leaf counts beside the rows that a change breaks. */
const REMOVAL = 0.01;

/** One edit of each leaf: the best ones together first. */
function listChoices(ways: readonly (readonly PatternEdit[])[]): readonly (readonly PatternEdit[])[] {
  const choices = ways.reduce<{ edits: readonly PatternEdit[]; rank: number }[]>(
    (before, edits) =>
      before
        .flatMap((choice) => edits.map((edit, rank) => ({ edits: [...choice.edits, edit], rank: choice.rank + rank })))
        .toSorted((one, other) => one.rank - other.rank)
        .slice(0, MOST_CHOICES),
    [{ edits: [], rank: 0 }],
  );
  return choices.map(({ edits }) => edits);
}

const MOST_CHOICES = 8;

function applyAll(before: object, edits: readonly PatternEdit[]): object | undefined {
  // Leaves within one object may move together.
  const different = new Map(edits.map((edit) => [JSON.stringify(edit), edit]));
  return [...different.values()].reduce<object | undefined>(
    (pattern, edit) => (pattern === undefined ? undefined : (applyEdit(pattern, edit) as object | undefined)),
    before,
  );
}

function isAccepted(texts: readonly string[], accepts: (texts: readonly string[]) => boolean): boolean {
  try {
    return accepts(texts);
  } catch {
    // AWS refuses the changed pattern, because it is too long.
    return false;
  }
}
