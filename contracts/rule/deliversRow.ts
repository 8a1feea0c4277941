import type { Domain } from '../../model/domain/domain.ts';
import { defaultDialect } from '../../model/event/dialect.ts';
import type { Rule } from '../../model/rule/rule.ts';
import type { TableRow } from '../contract.ts';
import { contractSpace } from '../contractSpace.ts';

/** Whether a rule delivers some event of a row, in the default reading. */
export function deliversRow({ eventType, itemTypes = [] }: TableRow, domain: Domain, rule: Rule): boolean {
  return !contractSpace({ eventType, itemTypes, domain, rule }, defaultDialect).isEmpty;
}
