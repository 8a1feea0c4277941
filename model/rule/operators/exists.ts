import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import { absence, type Condition } from './condition.ts';

const presence: Condition = { compares: 'values', examples: [], admits: () => true };

/** `{ "exists": true }` and `{ "exists": false }`. */
export function exists(operand: JsonNode, place: Place): Condition {
  if (operand.kind !== 'word' || operand.value === null) refusePattern(place, operand, { allowed: 'true or false' });
  return operand.value ? presence : absence;
}
