import { isMembers } from '../../values/members.ts';

/**
 * The operands of an operator among the conditions of a leaf: `["CASE."]` for `prefix` in `[{"prefix":"CASE."},"x"]`. An
 * operator within another one, such as `anything-but`, is not among them.
 * @param conditions the list of conditions as JSON
 */
export function listOperands(conditions: string, operator: string): readonly unknown[] {
  return (JSON.parse(conditions) as readonly unknown[]).flatMap((condition) =>
    isMembers(condition) && Object.hasOwn(condition, operator) ? [condition[operator]] : [],
  );
}
