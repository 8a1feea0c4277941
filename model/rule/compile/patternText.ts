import { limits } from '../../facts/limits.ts';
import { formatPath } from '../../values/eventPath.ts';
import { InvalidArgumentError } from '../../values/invalidArgument.ts';
import { measureLength } from '../../values/text.ts';
import { citeFact, refuseDepth } from '../json/refusePattern.ts';

/**
 * The JSON text of a pattern. An object must be plain JSON: `JSON.stringify` would drop or change the rest silently.
 * @throws InvalidArgumentError for other values, and for a pattern that is too long
 */
export function writePattern(pattern: unknown): string {
  if (typeof pattern !== 'string') requirePlain(pattern, ['pattern'], new Set());
  const text = typeof pattern === 'string' ? pattern : JSON.stringify(pattern);
  const length = measureLength(text);
  if (length <= limits.eventPattern) return text;
  throw new InvalidArgumentError({
    argument: 'pattern',
    root: 'pattern',
    received: pattern,
    shown: `${length.toLocaleString('en')} characters of JSON`,
    allowed: `up to ${limits.eventPattern.toLocaleString('en')} characters`,
    because: citeFact('patternSize'),
    todo: 'Shorten it with prefix or wildcard, or write several rules',
  });
}

function requirePlain(value: unknown, place: readonly PropertyKey[], within: ReadonlySet<object>): void {
  if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return;
  if (typeof value !== 'object' || within.has(value) || !isPlain(value)) {
    throw new InvalidArgumentError({
      argument: formatPath(place),
      root: 'pattern',
      received: value,
      allowed: place.length === 1 ? 'an event pattern: an object, or its JSON as text' : 'plain JSON',
      ...(value instanceof RegExp ? { todo: 'Patterns have no regular expressions: write { wildcard: "…*…" }' } : {}),
    });
  }
  const inside = new Set([...within, value]);
  if (inside.size > limits.patternDepth) refuseDepth('an object');
  // Entries of a list include its holes, which JSON would fill with null.
  const parts: Iterable<[PropertyKey, unknown]> = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, part] of parts) requirePlain(part, [...place, key], inside);
}

/** Whether it is a list or a plain object, of this realm or of another one. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
