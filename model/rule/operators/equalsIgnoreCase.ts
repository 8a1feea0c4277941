import type { JsonNode, Place } from '../json/jsonNode.ts';
import { type Condition, compareStrings } from './condition.ts';
import { ignoreCase, spellInCases } from './ignoreCase.ts';
import { requireString } from './operator.ts';

/** `{ "equals-ignore-case": "a" }`. */
export function equalsIgnoreCase(operand: JsonNode, place: Place): Condition {
  const text = requireString(operand, place);
  const admits = testIgnoringCase(text);
  const spellings = spellInCases(text)
    .filter(admits)
    .map((spelling) => compareStrings((value) => value === spelling, [spelling]));
  return compareStrings(admits, [text], { spellings });
}

/** Whether a value is this text in any case. */
export function testIgnoringCase(text: string): (value: string) => boolean {
  const whole = new RegExp(`^${ignoreCase(text)}$`);
  return (value) => whole.test(value);
}
