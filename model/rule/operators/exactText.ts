import type { JsonNode, Place } from '../json/jsonNode.ts';
import { type Condition, compareStrings } from './condition.ts';
import { requireString } from './operator.ts';

/** `{ "exactly": "a" }`: the string itself. No page of AWS names it, but the engine takes it. */
export function exactText(operand: JsonNode, place: Place): Condition {
  const text = requireString(operand, place);
  return compareStrings((value) => value === text, [text]);
}
