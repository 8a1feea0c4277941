import type { Json } from '../../../contracts/matchers.ts';
import { type EventPath, parsePath } from '../../../model/values/eventPath.ts';
import { showPath } from '../../../model/values/show/showPath.ts';
import { compareBytes } from '../../broker/compareBytes.ts';
import type { EventMismatch } from '../verifier/pactBatchVerifier.ts';
import { listExamples } from './listExamples.ts';

/** One expectation of an interaction that an event does not meet: a missing place, or a different value. */
export interface Expectation {
  readonly kind: 'presence' | 'value';
  /** Segments from the event's root; `*` for any element of a list. */
  readonly segments: EventPath;
  /** The same for people: `detail.case.fields.status`. */
  readonly path: string;
  /** The words of Pact's verifier. */
  readonly words: string;
  /** The first example that the body gives for the place. */
  readonly example: unknown;
}

const MISSING = /^Actual map is missing the following keys: (.*)$/s;
const SEPARATOR = ', ';

/**
 * The expectations of a body behind some mismatches. A list of missing keys is one expectation for each. They are sorted, because
 * the order of Pact's verifier varies.
 */
export function listExpectations(mismatches: readonly EventMismatch[], body: Json | undefined): readonly Expectation[] {
  const expectations = mismatches.flatMap(({ path, words }): Expectation[] => {
    const segments = parsePath(path).map((segment) => (typeof segment === 'number' ? '*' : segment));
    const list = MISSING.exec(words)?.[1];
    const examples = listExamples(body, segments);
    if (list === undefined) {
      return [{ kind: 'value', segments, path: showPath(segments), words, example: examples[0] }];
    }
    return splitKeys(list, examples.flatMap(listKeys)).map((key) => {
      const place = [...segments, key];
      const name = showPath(place);
      const [example] = listExamples(body, place);
      return { kind: 'presence', segments: place, path: name, words: `${name} is expected, but missing`, example };
    });
  });
  return expectations.sort((one, other) => compareBytes(`${one.path} ${one.words}`, `${other.path} ${other.words}`));
}

function listKeys(example: unknown): readonly string[] {
  return typeof example === 'object' && example !== null ? Object.keys(example) : [];
}

/** Splits a list of keys: first as keys that the body has, because a key may contain the separator. */
function splitKeys(list: string, known: readonly string[]): readonly string[] {
  return splitKnownKeys(list, known) ?? list.split(SEPARATOR);
}

/** The list as known keys only, with long keys rather than short ones; undefined if it has others. */
function splitKnownKeys(list: string, known: readonly string[]): readonly string[] | undefined {
  if (known.includes(list)) return [list];
  const starts = known
    .filter((key) => list.startsWith(`${key}${SEPARATOR}`))
    .toSorted((one, other) => other.length - one.length);
  for (const key of starts) {
    const others = splitKnownKeys(list.slice(key.length + SEPARATOR.length), known);
    if (others !== undefined) return [key, ...others];
  }
  return undefined;
}

/** Whether two expectations need only one report: if a place is missing, everything below it is missing too. */
export function isSame(one: Expectation, other: Expectation): boolean {
  if (one.kind !== other.kind) return false;
  const common = Math.min(one.segments.length, other.segments.length);
  if (one.kind === 'value' && one.segments.length !== other.segments.length) return false;
  return one.segments.slice(0, common).every((segment, index) => segment === other.segments[index]);
}
