import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import { explainUnknown } from '../values/joinText.ts';
import { Reference, Unresolved } from '../values/resolved.ts';
import type { Scope } from './scope.ts';

/**
 * Whether a condition function holds; a text says why nobody knows.
 * @param named decides a condition of the template by its name
 */
export function decideCondition(
  node: unknown,
  scope: Scope,
  named: (name: string) => boolean | string,
): boolean | string {
  const [name, operand] = Object.entries((node ?? {}) as object)[0] ?? ['', undefined];
  const operands: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const decide = (one: unknown): boolean | string => decideCondition(one, scope, named);
  switch (name) {
    case 'Condition':
      return named(String(operand));
    case 'Fn::Equals':
      return compare(operands, scope);
    case 'Fn::Not':
      return negate(decide(operands[0]));
    case 'Fn::And':
      return findDeciding(operands.map(decide), false);
    case 'Fn::Or':
      return findDeciding(operands.map(decide), true);
    default:
      return `${name} is not evaluated here`;
  }
}

/** One operand with this value decides; an unknown one keeps the others from deciding the opposite. */
function findDeciding(operands: readonly (boolean | string)[], deciding: boolean): boolean | string {
  if (operands.includes(deciding)) return deciding;
  return operands.find((operand) => typeof operand === 'string') ?? !deciding;
}

function negate(decided: boolean | string): boolean | string {
  return typeof decided === 'string' ? decided : !decided;
}

function compare([one, other]: readonly unknown[], scope: Scope): boolean | string {
  const values = [scope.resolve(one), scope.resolve(other)];
  const unknown = values.find((value) => value instanceof Unresolved || value instanceof Reference);
  const [left, right] = values;
  if (unknown === undefined) return isDeepStrictEqual(left, right) || String(left) === String(right);
  return isDeepStrictEqual(left, right) || explainUnknown(unknown);
}
