import { oncePer } from '../../model/values/oncePer.ts';
import type { LeafTest } from './leafTest.ts';

type Tests = readonly LeafTest[];

/** The most combinations of branches that are all tried. */
export const MOST_COMBINED = 9;

/** The most combinations that are looked at: as many as AWS takes in some rules. */
const MOST_SEEN = 3000;

/** The first choices of one possible combination from each part, each as one list of tests. */
export function listCombined(
  parts: readonly (readonly Tests[])[],
  isPossible: (tests: Tests) => boolean,
): readonly Tests[] {
  const combined: Tests[] = [];
  for (const tests of combineParts(parts, isPossible)) {
    combined.push(tests);
    if (combined.length === MOST_SEEN) break;
  }
  return combined;
}

function* combineParts(
  [first, ...others]: readonly (readonly Tests[])[],
  isPossible: (tests: Tests) => boolean,
): Iterable<Tests> {
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tests of first) {
    if (!isPossible(tests)) continue;
    for (const more of combineParts(others, isPossible)) yield [...tests, ...more];
  }
}

/** Combinations with a test that the covered ones lack. */
export interface Uncovered {
  readonly tests: Tests;
  /** Takes the tests for covered from now on. */
  cover(): void;
}

/**
 * All combinations of a few. The product of several `$or` is too much: of many combinations, those come first that share no
 * test with a covered one. Then come those with any test that is not covered yet, so that each branch is in one.
 * @param isMissing whether none is found yet: then all others follow
 */
export function* orderByCoverage(all: readonly Tests[], isMissing: () => boolean): Iterable<Uncovered> {
  const left = new Set(all);
  const covered = new Set<LeafTest>();
  const isCommon = oncePer((test: LeafTest) => all.every((tests) => tests.includes(test)));
  const stages: readonly ((tests: Tests) => boolean)[] =
    all.length <= MOST_COMBINED
      ? [() => true]
      : [
          (tests) => tests.every((test) => !covered.has(test) || isCommon(test)),
          (tests) => tests.some((test) => !covered.has(test)),
          isMissing,
        ];
  for (const isWanted of stages) {
    for (const tests of [...left]) {
      if (!isWanted(tests)) continue;
      left.delete(tests);
      const cover = (): void => {
        for (const test of tests) covered.add(test);
      };
      yield { tests, cover };
    }
  }
}
