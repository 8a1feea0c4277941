import { type EventPath, formatSegment } from '../values/eventPath.ts';
import { oncePer } from '../values/oncePer.ts';
import type { Leaf } from './compile/leaf.ts';
import type { FilterLeaf, FilterMismatch, OutsideEvent } from './filterLeaf.ts';
import { explainMismatch } from './match/explainMismatch.ts';
import { makeMismatch } from './match/makeMismatch.ts';
import { meetsAlone, meetsSome, prepareMatchers } from './match/matcher.ts';
import { type EventFilter, getCombinations, type Rule } from './rule.ts';

/** Where a leaf of a filter looks: at a path of the event, or elsewhere, where all records are alike. */
export type LeafTarget = EventPath | 'always met' | OutsideEvent;

/**
 * A filter as it decides about events. It is undefined if a leaf looks at something that differs between records, and is
 * no value of the event.
 * @param locate where a leaf looks; undefined for something that is not known
 */
export function compileEventFilter(
  rule: Rule,
  view: (event: object) => object,
  locate: (leaf: Leaf) => LeafTarget | undefined,
): EventFilter | undefined {
  const targets = new Map(
    rule.patterns.flatMap(getCombinations).flatMap((leaves) => leaves.map((leaf) => [leaf, locate(leaf)])),
  );
  if ([...targets.values()].includes(undefined)) return undefined;
  const all = rule.patterns.flatMap((pattern) => {
    const toFilterLeaf = oncePer((leaf: Leaf): FilterLeaf => {
      const named = `${pattern.argument}${leaf.place.map(formatSegment).join('')}`;
      const target = targets.get(leaf) as EventPath | OutsideEvent;
      return 'because' in target ? { ...leaf, named, path: [], outside: target } : { ...leaf, named, path: target };
    });
    return getCombinations(pattern).map((leaves) =>
      leaves.filter((leaf) => targets.get(leaf) !== 'always met').map(toFilterLeaf),
    );
  });
  return makeEventFilter({ rule, view, all });
}

/** The filter without some of its leaves; undefined if it then lets every event through. */
export function relaxFilter(filter: EventFilter, isUnwanted: (leaf: FilterLeaf) => boolean): EventFilter | undefined {
  const all = filter.all.map((leaves) => leaves.filter((leaf) => !isUnwanted(leaf)));
  return all.some(({ length }) => length === 0) ? undefined : makeEventFilter({ ...filter, all });
}

function makeEventFilter({ rule, view, all }: Pick<EventFilter, 'rule' | 'view' | 'all'>): EventFilter {
  const combinations = all.filter((leaves) => leaves.every(({ outside }) => outside === undefined));
  const prepared = combinations.map(prepareMatchers);
  const matches = (event: unknown): boolean => meetsSome(prepared, event);
  return Object.freeze({
    ...{ rule, view, all, combinations, matches },
    explain: (event: unknown) => (matches(event) ? [] : explainFilter(all, event)),
  });
}

/** Each leaf that keeps an event out, once. */
function explainFilter(all: readonly (readonly FilterLeaf[])[], event: unknown): readonly FilterMismatch[] {
  const mismatches = new Map<FilterLeaf, FilterMismatch>();
  for (const leaves of all) {
    const unmet = leaves.filter((leaf) => leaf.outside !== undefined || !holdsAlone(leaf, event));
    for (const leaf of unmet.length > 0 ? unmet : leaves) {
      const mismatch = explainLeaf(leaf, unmet.length > 0 ? [leaf] : leaves, event);
      if (mismatch !== undefined) mismatches.set(leaf, mismatch);
    }
  }
  return [...mismatches.values()];
}

function holdsAlone(leaf: Leaf, event: unknown): boolean {
  return prepareMatchers([leaf]).every((matcher) => meetsAlone(matcher, event));
}

function explainLeaf(leaf: FilterLeaf, together: readonly FilterLeaf[], event: unknown): FilterMismatch | undefined {
  const { named, outside } = leaf;
  if (outside !== undefined) return { ...makeMismatch(leaf, [], outside.because), named, outside };
  const mismatch = explainMismatch([prepareMatchers(together)], event).find(({ path }) => path === leaf.path);
  return mismatch && { ...mismatch, named };
}
