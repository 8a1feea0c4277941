import type { Domain, DomainField } from '../../../../model/domain/domain.ts';
import { memberByType } from '../../../../model/facts/fieldTypes.ts';
import { isMembers } from '../../../../model/values/members.ts';
import { listDeadConditions, listDeadExclusions } from './deadConditions.ts';
import type { AskingLeaf } from './trap.ts';

/**
 * The conditions of a leaf on a field in the type of its values: `'100'` is 100 for a number.
 * @param to where the leaf belongs
 */
export function mendConditions(
  field: DomainField,
  to: AskingLeaf,
  conditions: readonly unknown[],
  domain: Domain,
): readonly unknown[] {
  const typed = conditions.map((condition) => convert(condition, memberByType[field.type]));
  return replaceDead(to, typed, domain);
}

function convert(condition: unknown, member: string): unknown {
  if (member === 'doubleValue' && typeof condition === 'string' && condition.trim() !== '') {
    return Number.isFinite(Number(condition)) ? Number(condition) : condition;
  }
  if (member === 'booleanValue' && ['string', 'number'].includes(typeof condition)) {
    return words.get(String(condition).toLowerCase()) ?? condition;
  }
  return member === 'stringValue' && ['number', 'boolean'].includes(typeof condition) ? String(condition) : condition;
}

/** What people write for true and for false. */
const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', 'on', '1'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', 'off', '0'].map((word) => [word, false] as const),
]);

/** The conditions without those that no known value meets: what their author may have meant takes their place. */
export function replaceDead(leaf: AskingLeaf, conditions: readonly unknown[], domain: Domain): readonly unknown[] {
  const dead = listDeadConditions(leaf, JSON.stringify(conditions), domain);
  const mended = conditions.flatMap((condition): readonly unknown[] => {
    const found = dead.find((one) => JSON.stringify(one.condition) === JSON.stringify(condition));
    return found === undefined ? [condition] : found.spellings;
  });
  return [...new Map(mended.map((condition) => [JSON.stringify(condition), condition])).values()];
}

/** The conditions with the right spelling of what they leave out one by one. */
export function mendExclusions(leaf: AskingLeaf, conditions: readonly unknown[], domain: Domain): readonly unknown[] {
  const dead = listDeadExclusions(leaf, JSON.stringify(conditions), domain);
  return conditions.map((condition) => {
    if (!isMembers(condition) || !Object.hasOwn(condition, 'anything-but')) return condition;
    const { 'anything-but': excluded } = condition;
    const texts = [excluded].flat();
    if (!texts.every((text) => typeof text === 'string')) return condition;
    const mended = texts.flatMap((text) => dead.find((one) => one.condition === text)?.spellings ?? [text]);
    return { 'anything-but': mended };
  });
}
