import { showJson } from '../../values/showJson.ts';
import type { Leaf } from '../compile/leaf.ts';
import type { Scalar } from '../operators/condition.ts';
import type { LeafMismatch } from './leafMismatch.ts';

/** How an event misses a leaf: why none of its values meets any of the conditions. */
export function describeMismatch(leaf: Leaf, received: readonly Scalar[], atPath: unknown): LeafMismatch {
  const { path, text: condition, branches } = leaf;
  const isContainer = received.length === 0 && typeof atPath === 'object' && atPath !== null;
  const because = isContainer ? explainContainer(atPath) : explainValues(leaf, received);
  return { path, condition, received, because, branches, ...(isContainer ? { fact: 'existsLeaf' } : {}) };
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
  const [first] = received as [Scalar];
  if (conditions.length === 0) return `the event has ${showJson(first)} there, and nothing may be there`;
  const others = received.length > 1 ? 'each of the values' : showJson(first);
  const kinds = new Set(conditions.map(({ compares }) => compares));
  const [kind] = kinds;
  if (kinds.size === 1 && kind !== 'values' && received.every((value) => !isComparable(value, kind))) {
    return `${others} is ${describe(first, received.length)}, and the condition compares only ${names[kind as keyof typeof names]}`;
  }
  return `${others} differs from what ${conditions.length + Number(takesAbsence) > 1 ? 'each condition' : 'the condition'} admits`;
}

const names = { strings: 'strings', numbers: 'numbers', addresses: 'IP addresses', values: 'values' };

function isComparable(value: Scalar, kind: string | undefined): boolean {
  return typeof value === (kind === 'numbers' ? 'number' : 'string');
}

function describe(value: Scalar, count: number): string {
  if (count > 1) return 'of another kind';
  return value === null ? 'null' : `a ${typeof value}`;
}
