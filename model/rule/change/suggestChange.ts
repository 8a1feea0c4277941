import { formatSegment, valueAt } from '../../values/eventPath.ts';
import { showJson } from '../../values/show/showJson.ts';
import type { Leaf } from '../compile/leaf.ts';
import { listOperands } from '../compile/listOperands.ts';
import { eventPattern } from '../eventPattern.ts';
import type { Place } from '../json/jsonNode.ts';
import { meetsAlone, prepareMatchers } from '../match/matcher.ts';
import { readValues } from '../match/readValues.ts';
import type { Scalar } from '../operators/condition.ts';
import { type CompiledPattern, getCombinations, type Rule } from '../rule.ts';
import { removeAt } from './removeAt.ts';
import { sourceOnly } from './sourceOnly.ts';

/** A change of a pattern, after which it delivers an event that it refused. */
export interface PatternChange {
  /** The pattern as it should be, as JSON. */
  readonly text: string;
  /** What to write where, one line for each leaf. */
  readonly lines: readonly string[];
}

/** How to let an event through that has nothing at the place of a leaf. */
export type AbsenceChange = 'add exists' | 'remove the leaf';

/**
 * The smallest change of one pattern of a rule that lets an event through: values that are added to leaves, or leaves
 * that are removed. AWS's way of matching has checked it. It is undefined if no such change helps.
 */
export function suggestChange(
  { patterns }: Rule,
  event: object,
  forAbsence: AbsenceChange = 'add exists',
): PatternChange | undefined {
  const ways = [forAbsence === 'add exists' ? addValueOrAbsence : addValue, removeLeaf];
  // Each unmet leaf needs a change, so the first that helps is the smallest.
  const combinations = patterns
    .flatMap((pattern) => listUnmet(pattern, event).map((unmet) => ({ pattern, unmet })))
    .toSorted((one, other) => one.unmet.length - other.unmet.length);
  for (const { pattern, unmet } of combinations.slice(0, MOST_TRIED)) {
    const change = changeLeaves(pattern, unmet, event, ways) ?? changeLeaves(pattern, unmet, event, [removeLeaf]);
    if (change !== undefined) return change;
  }
  return undefined;
}

const MOST_TRIED = 50;

/** A leaf that an event does not meet, and the values that the event has there. */
interface UnmetLeaf {
  readonly leaf: Leaf;
  readonly received: readonly Scalar[];
}

/** The unmet leaves of each combination. */
function listUnmet(pattern: CompiledPattern, event: object): readonly (readonly UnmetLeaf[])[] {
  return getCombinations(pattern).map((leaves) =>
    prepareMatchers(leaves).flatMap((matcher) =>
      meetsAlone(matcher, event) ? [] : [{ leaf: matcher.leaf, received: readValues(event, matcher) }],
    ),
  );
}

function changeLeaves(
  { argument, text }: CompiledPattern,
  unmet: readonly UnmetLeaf[],
  event: object,
  ways: readonly Way[],
): PatternChange | undefined {
  let pattern: unknown = JSON.parse(text);
  const lines: string[] = [];
  for (const one of unmet) {
    const edit = ways.map((way) => way(pattern, one)).find((found) => found !== undefined);
    if (edit === undefined) return undefined;
    pattern = edit.pattern;
    lines.push(`${argument}${one.leaf.place.map(formatSegment).join('')}: ${edit.words}`);
  }
  const changed = JSON.stringify(pattern);
  return delivers(changed, event) ? { text: changed, lines } : undefined;
}

/** One way to change a pattern at a leaf; undefined if it does not apply. */
type Way = (pattern: unknown, unmet: UnmetLeaf) => Edit | undefined;

interface Edit {
  readonly pattern: unknown;
  readonly words: string;
}

/** Adds the event's value to the leaf. */
function addValue(pattern: unknown, { leaf: { place }, received: [value] }: UnmetLeaf): Edit | undefined {
  return value === undefined ? undefined : addToLeaf(pattern, place, value);
}

/** Adds the event's value to the leaf, or the absence of any. */
function addValueOrAbsence(pattern: unknown, unmet: UnmetLeaf): Edit | undefined {
  const { leaf, received } = unmet;
  if (received.length > 0) return addValue(pattern, unmet);
  // With both the leaf would admit everything: then it can go.
  return listOperands(leaf.text, 'exists').includes(true)
    ? undefined
    : addToLeaf(pattern, leaf.place, { exists: false });
}

function addToLeaf(pattern: unknown, place: Place, value: unknown): Edit {
  const list = [...(valueAt(pattern, place) as unknown[]), value];
  return { pattern: setAt(pattern, place, list), words: `write ${showJson(list, MOST_SHOWN)}` };
}

const MOST_SHOWN = 300;

/** Removes the leaf. A pattern needs at least one, so the source takes the place of the last. */
function removeLeaf(pattern: unknown, { leaf: { place } }: UnmetLeaf): Edit {
  const left = removeAt(pattern, place);
  if (left !== undefined) return { pattern: left, words: 'remove it' };
  return { pattern: sourceOnly, words: `write ${JSON.stringify(sourceOnly)} instead of the pattern` };
}

function setAt(pattern: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const changed = setAt((pattern as Record<string | number, unknown>)[key], rest, value);
  return Array.isArray(pattern) ? pattern.with(key as number, changed) : { ...(pattern as object), [key]: changed };
}

function delivers(text: string, event: object): boolean {
  try {
    return eventPattern(text).matches(event);
  } catch {
    // The changed pattern is too long.
    return false;
  }
}
