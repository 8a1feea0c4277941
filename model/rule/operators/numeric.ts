import type { JsonNode, Place } from '../json/jsonNode.ts';
import { refusePattern } from '../json/refusePattern.ts';
import { type Condition, compareNumbers } from './condition.ts';
import { parseComparable } from './decimal.ts';

const ALLOWED = 'a list such as ["=", 5], [">", 0] or [">=", 0, "<", 5]';

/** `{ "numeric": [">", 0, "<=", 5] }`. */
export function numeric(operand: JsonNode, place: Place): Condition {
  const items = operand.kind === 'list' ? operand.items : [];
  const [first, , second] = items.map((item) => (item.kind === 'string' ? item.text : undefined));
  const refuse = (because: string) => refusePattern(place, operand, { allowed: ALLOWED, because });
  if (!isOperator(first)) refuse('It does not begin with =, <, <=, > or >=');
  if (items.length % 2 !== 0) refuse('A number belongs after each operator, and nothing else');
  const from = requireNumber(items[1], [...place, 1]);
  const isFirst = comparisons[first as Comparison];
  if (items.length === 2) {
    const admits = (number: number) => isFirst(number, from);
    return compareNumbers(admits, [from, from + 1, from - 1, from * 2].filter(admits));
  }
  if (first !== '>' && first !== '>=') refuse('A range names its lower bound first, and = stands alone');
  if (second !== '<' && second !== '<=') refuse('After a lower bound comes < or <=');
  const to = requireNumber(items[3], [...place, 3]);
  if (items.length > 4) refuse('A range has two bounds');
  if (from >= to) refuse('The lower bound must be less than the upper bound');
  const isSecond = comparisons[second as Comparison];
  const admits = (number: number) => isFirst(number, from) && isSecond(number, to);
  return compareNumbers(admits, [from, from + 1, (from + to) / 2, to].filter(admits));
}

type Comparison = keyof typeof comparisons;

const comparisons = {
  '=': (number: number, bound: number) => number === bound,
  '<': (number: number, bound: number) => number < bound,
  '<=': (number: number, bound: number) => number <= bound,
  '>': (number: number, bound: number) => number > bound,
  '>=': (number: number, bound: number) => number >= bound,
};

function isOperator(name: string | undefined): name is Comparison {
  return name !== undefined && Object.hasOwn(comparisons, name);
}

/** The number that AWS compares, or a refusal of one whose double has other digits. */
export function requireNumber(node: JsonNode | undefined, place: Place): number {
  if (node?.kind !== 'number') return refusePattern(place, node as JsonNode, { allowed: 'a number' });
  const nearest = Number(node.text);
  return (
    parseComparable(node.text) ??
    refusePattern(place, node, {
      allowed: 'a number whose double has the same digits',
      fact: 'patternDoubles',
      ...(Number.isFinite(nearest) ? { todo: `Write ${nearest}, or fewer digits` } : {}),
    })
  );
}
