import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import type { Condition } from './condition.ts';

/** Makes the condition of an operator from its operand, or refuses the operand. */
export type Operator = (operand: JsonNode, place: Place) => Condition;

/** The text of a string operand. */
export function requireString(operand: JsonNode, place: Place, allowed: string = 'a string'): string {
  return operand.kind === 'string' ? operand.text : refusePattern(place, operand, { allowed });
}

/** The operand of the one operator within an operator, such as that of `{ "prefix": { "equals-ignore-case": "a" } }`. */
export function requireWithin(operand: JsonNode, place: Place, names: readonly string[]): [string, JsonNode] {
  const [member] = operand.kind === 'object' && operand.members.length === 1 ? operand.members : [];
  if (member !== undefined && names.includes(member.name)) return [member.name, member.value];
  return refusePattern(place, operand, {
    allowed: `a string, or an object with one key of ${names.map((name) => `"${name}"`).join(', ')}`,
  });
}
