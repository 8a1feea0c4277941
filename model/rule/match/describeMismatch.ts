import { showJson } from '../../values/show/showJson.ts';
import type { Leaf } from '../compile/leaf.ts';
import type { Scalar } from '../operators/condition.ts';
import type { LeafMismatch } from './leafMismatch.ts';
import { makeMismatch } from './makeMismatch.ts';

/** How an event misses a leaf: why none of its values meets any of the conditions. */
export function describeMismatch(leaf: Leaf, received: readonly Scalar[], atPath: unknown): LeafMismatch {
  if (received.length > 0 || typeof atPath !== 'object' || atPath === null) {
    return makeMismatch(leaf, received, explainValues(leaf, received));
  }
  return makeMismatch(leaf, received, explainContainer(atPath), 'existsLeaf');
}

function explainContainer(container: object): string {
  if (!Array.isArray(container))
    return 'the event has an object there, and a pattern compares only the values within it';
  return container.length === 0
    ? 'the event has an empty list there, which counts as nothing'
    : 'the event has a list of objects there, and a pattern compares only the values within them';
}

function explainValues({ conditions, takesAbsence }: Leaf, received: readonly Scalar[]): string {
  if (received.length === 0) return 'the event has nothing there';
  const values = received.length > 1 ? 'any of the values' : showJson(received[0]);
  if (conditions.length === 0) return `the event has ${showJson(received[0])} there, and nothing may be there`;
  const isOne = conditions.length + Number(takesAbsence) === 1;
  const refuses = isOne ? `the condition does not admit ${values}` : `no condition admits ${values}`;
  const [kind, ...otherKinds] = new Set(conditions.map(({ compares }) => compares));
  if (kind === undefined || kind === 'values' || otherKinds.length > 0) return refuses;
  const type = kind === 'numbers' ? 'number' : 'string';
  if (received.some((value) => typeof value === type)) return refuses;
  return `${refuses}, because it compares only ${kind === 'addresses' ? 'IP addresses' : kind}`;
}
