import type { Contract } from '../../../../contracts/contract.ts';
import { deliversRow } from '../../../../contracts/rule/deliversRow.ts';
import type { Rule } from '../../../../model/rule/rule.ts';

/**
 * How many other rows of a table contradict a changed rule: those that are `undelivered` and get events, and those that
 * read something and get events of the rule before, but none after.
 */
export function countHarm({ table, title, domain }: Contract, before: Rule, after: Rule): number {
  return table.rows.filter((row) => {
    if (row.title === title) return false;
    if (row.undelivered) return deliversRow(row, domain, after);
    return row.isRead && !deliversRow(row, domain, after) && deliversRow(row, domain, before);
  }).length;
}
