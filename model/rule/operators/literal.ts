import type { JsonNode } from '../json/jsonNode.ts';
import { admitNetwork } from './cidr.ts';
import { type Condition, compareNumbers, compareStrings } from './condition.ts';
import { parseComparable } from './decimal.ts';
import { parseAddress } from './ipAddress.ts';

/** The condition of a value itself. AWS compares IP addresses as addresses, and numbers as doubles. */
export function compileLiteral(node: Extract<JsonNode, { kind: 'string' | 'number' | 'word' }>): Condition {
  if (node.kind === 'word')
    return { compares: 'values', examples: [node.value], admits: (value) => value === node.value };
  if (node.kind === 'string') {
    const address = parseAddress(node.text);
    if (address !== undefined) return admitNetwork(address, address.length * 8, node.text);
    return compareStrings((value) => value === node.text, [node.text]);
  }
  const number = parseComparable(node.text);
  if (number !== undefined) return compareNumbers((value) => value === number, [number]);
  // A number beyond doubles equals its own digits only, and no double has them.
  return compareNumbers(() => false, []);
}
