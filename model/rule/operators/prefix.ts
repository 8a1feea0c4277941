import type { JsonNode, Place } from '../json/jsonNode.ts';
import { type Condition, compareStrings } from './condition.ts';
import { ignoreCase, spellInCases } from './ignoreCase.ts';
import { requireString, requireWithin } from './operator.ts';

/** `{ "prefix": "a" }` and `{ "prefix": { "equals-ignore-case": "a" } }`. */
export function prefix(operand: JsonNode, place: Place): Condition {
  if (operand.kind === 'string') {
    const start = operand.text.replace(/"$/, '');
    return compareStrings(testPrefix(operand.text), [start, operand.text], { pieces: [start, ''] });
  }
  const [name, text] = requireWithin(operand, place, ['equals-ignore-case']);
  const written = requireString(text, [...place, name]);
  const start = new RegExp(`^${ignoreCase(written)}`);
  const admits = (value: string): boolean => start.test(`${value}"`);
  const spellings = spellInCases(written)
    .filter(admits)
    .map((spelling) => compareStrings(testPrefix(spelling), [spelling], { pieces: [spelling, ''] }));
  return compareStrings(admits, [written], { pieces: [written, ''], spellings });
}

/** AWS compares strings within their quotes, so a quote at the end of a prefix is that of the value. */
export function testPrefix(start: string): (value: string) => boolean {
  return start.endsWith('"') ? (value) => `${value}"`.startsWith(start) : (value) => value.startsWith(start);
}
