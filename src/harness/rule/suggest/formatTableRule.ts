import type { Contract } from '../../../../contracts/contract.ts';
import { formatPattern } from '../../../../contracts/rule/formatPattern.ts';
import { suggestRule } from '../../../../contracts/rule/suggestRule.ts';

/** The lines of the smallest rule for a table; none for one that reads nothing. */
export function formatTableRule({ table }: Pick<Contract, 'table'>): readonly string[] {
  const suggested = suggestRule(table.rows);
  return suggested === undefined ? [] : formatPattern(suggested).split('\n');
}
