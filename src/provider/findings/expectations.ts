import { parsePath } from '../../../model/values/eventPath.ts';
import { pathText } from '../../../model/values/pathText.ts';
import { byteOrder } from '../../broker/byteOrder.ts';
import type { EventMismatch } from '../verifier/pactBatchVerifier.ts';

/** One thing that an interaction demands and an event has not: a place that is missing, or another value. */
export interface Expectation {
  readonly kind: 'presence' | 'value';
  /** Step by step from the event's root; `*` for any element of a list. */
  readonly steps: readonly string[];
  /** The same for people: `detail.case.fields.status`. */
  readonly path: string;
  /** In the words of Pact's verifier. */
  readonly words: string;
}

const MISSING = /^Actual map is missing the following keys: (.*)$/s;

/**
 * What some lacks of an event demand: a list of missing keys is a demand for each of them. They are sorted, because
 * Pact's verifier tells them in no order.
 */
export function listExpectations(mismatches: readonly EventMismatch[]): readonly Expectation[] {
  const expectations = mismatches.flatMap(({ path, words }): Expectation[] => {
    const segments = parsePath(path).map((segment) => (typeof segment === 'number' ? '*' : segment));
    const keys = MISSING.exec(words)?.[1]?.split(', ');
    if (keys === undefined) return [{ kind: 'value', steps: segments, path: pathText(segments), words }];
    return keys.map((key) => {
      const place = [...segments, key];
      const name = pathText(place);
      return { kind: 'presence', steps: place, path: name, words: `${name} is demanded, and not there` };
    });
  });
  return expectations.sort((one, other) => byteOrder(`${one.path} ${one.words}`, `${other.path} ${other.words}`));
}

/** Whether two demands are one thing to tell: where a place is missing, all below it is. */
export function isSame(one: Expectation, other: Expectation): boolean {
  if (one.kind !== other.kind) return false;
  const common = Math.min(one.steps.length, other.steps.length);
  if (one.kind === 'value' && one.steps.length !== other.steps.length) return false;
  return one.steps.slice(0, common).every((segment, index) => segment === other.steps[index]);
}
