import type { JsonNode, Place } from '../json/jsonNode.ts';
import { type Condition, compareStrings } from './condition.ts';
import { ignoreCase, spellInCases } from './ignoreCase.ts';
import { requireString, requireWithin } from './operator.ts';

/** `{ "suffix": "a" }` and `{ "suffix": { "equals-ignore-case": "a" } }`. */
export function suffix(operand: JsonNode, place: Place): Condition {
  if (operand.kind === 'string') {
    const end = operand.text.replace(/^"/, '');
    return compareStrings(testSuffix(operand.text), [end, operand.text], { pieces: ['', end] });
  }
  const [name, text] = requireWithin(operand, place, ['equals-ignore-case']);
  const written = requireString(text, [...place, name]);
  const end = new RegExp(`${ignoreCase(written)}$`);
  const admits = (value: string): boolean => end.test(`"${value}`);
  const spellings = spellInCases(written)
    .filter(admits)
    .map((spelling) => compareStrings(testSuffix(spelling), [spelling], { pieces: ['', spelling] }));
  return compareStrings(admits, [written], { pieces: ['', written], spellings });
}

/** AWS compares strings within their quotes, so a quote at the start of a suffix is that of the value. */
export function testSuffix(end: string): (value: string) => boolean {
  return end.startsWith('"') ? (value) => `"${value}`.endsWith(end) : (value) => value.endsWith(end);
}
