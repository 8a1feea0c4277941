import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import type { Condition } from './condition.ts';

/** Makes the condition of an operator from its operand, or refuses the operand. */
export type Operator = (operand: JsonNode, place: Place) => Condition;

/** The text of a string operand. */
export function requireString(operand: JsonNode, place: Place, allowed: string = 'a string'): string {
  if (operand.kind === 'string') return operand.text;
  return refusePattern(place, operand, { allowed, ...adviseOnList(operand) });
}

/** Only `anything-but` takes lists. */
function adviseOnList({ kind }: JsonNode): { readonly todo?: string } {
  return kind === 'list' ? { todo: 'Write an object for each of them: one of them suffices' } : {};
}

/** The operand of the one operator within an operator, such as that of `{ "prefix": { "equals-ignore-case": "a" } }`. */
export function requireWithin(operand: JsonNode, place: Place, names: readonly string[]): [string, JsonNode] {
  const [member] = operand.kind === 'object' && operand.members.length === 1 ? operand.members : [];
  if (member !== undefined && names.includes(member.name)) return [member.name, member.value];
  return refusePattern(place, operand, {
    allowed: `a string, or an object with one key of ${names.map((name) => `"${name}"`).join(', ')}`,
    ...adviseOnList(operand),
  });
}
