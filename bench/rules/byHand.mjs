/**
 * What teams write by hand from AWS's page: each leaf finds its value, and the usual operators compare it.
 * It throws for an operator that it does not know.
 */
export const byHand = {
  name: 'by hand',
  compile: (pattern) => (event) => meets(pattern, event),
};

function meets(pattern, event) {
  return Object.entries(pattern).every(([key, part]) => {
    if (key === '$or') return part.some((branch) => meets(branch, event));
    const value = event?.[key];
    if (!Array.isArray(part)) return meets(part, value);
    const values = Array.isArray(value) ? value : [value];
    return part.some((condition) => values.some((one) => admits(condition, one)));
  });
}

function admits(condition, value) {
  if (typeof condition !== 'object' || condition === null) return value === condition;
  const [[name, operand]] = Object.entries(condition);
  const operator = operators[name];
  if (operator === undefined) throw new Error(`unknown operator ${name}`);
  return operator(value, operand);
}

const operators = {
  prefix: (value, start) => typeof value === 'string' && value.startsWith(start),
  suffix: (value, end) => typeof value === 'string' && value.endsWith(end),
  exists: (value, wanted) => (value !== undefined) === wanted,
  'equals-ignore-case': (value, text) => typeof value === 'string' && value.toLowerCase() === text.toLowerCase(),
  'anything-but': (value, operand) => {
    if (Array.isArray(operand)) return !operand.includes(value);
    return typeof operand === 'object' ? !admits(operand, value) : value !== operand;
  },
  numeric: (value, [first, from, second, to]) =>
    typeof value === 'number' && compare[first](value, from) && (second === undefined || compare[second](value, to)),
  wildcard: (value, text) => {
    const pieces = text.split('*').map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return typeof value === 'string' && new RegExp(`^${pieces.join('.*')}$`).test(value);
  },
};

const compare = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};
