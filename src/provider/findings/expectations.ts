import { parsePath } from '../../../model/values/eventPath.ts';
import { pathText } from '../../../model/values/pathText.ts';
import { byteOrder } from '../../broker/byteOrder.ts';
import type { EventMismatch } from '../verifier/pactBatchVerifier.ts';

/** One demand of an interaction that an event does not meet: a missing place, or a different value. */
export interface Expectation {
  readonly kind: 'presence' | 'value';
  /** Segments from the event's root; `*` for any element of a list. */
  readonly steps: readonly string[];
  /** The same for people: `detail.case.fields.status`. */
  readonly path: string;
  /** The words of Pact's verifier. */
  readonly words: string;
}

const MISSING = /^Actual map is missing the following keys: (.*)$/s;

/**
 * The demands behind some mismatches. A list of missing keys is one demand for each. They are sorted, because the order
 * of Pact's verifier varies.
 */
export function listExpectations(mismatches: readonly EventMismatch[]): readonly Expectation[] {
  const expectations = mismatches.flatMap(({ path, words }): Expectation[] => {
    const segments = parsePath(path).map((segment) => (typeof segment === 'number' ? '*' : segment));
    const keys = MISSING.exec(words)?.[1]?.split(', ');
    if (keys === undefined) return [{ kind: 'value', steps: segments, path: pathText(segments), words }];
    return keys.map((key) => {
      const place = [...segments, key];
      const name = pathText(place);
      return { kind: 'presence', steps: place, path: name, words: `${name} is expected, but missing` };
    });
  });
  return expectations.sort((one, other) => byteOrder(`${one.path} ${one.words}`, `${other.path} ${other.words}`));
}

/** Whether two demands need only one report: if a place is missing, everything below it is missing too. */
export function isSame(one: Expectation, other: Expectation): boolean {
  if (one.kind !== other.kind) return false;
  const common = Math.min(one.steps.length, other.steps.length);
  if (one.kind === 'value' && one.steps.length !== other.steps.length) return false;
  return one.steps.slice(0, common).every((segment, index) => segment === other.steps[index]);
}
