import type { Contract } from '../../../contracts/contract.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { oncePer } from '../../../model/values/oncePer.ts';
import { findDeliveredForeign } from '../run/findDeliveredForeign.ts';
import { findDelivered } from './disagreement/findDelivered.ts';
import { explainNothing } from './explainNothing.ts';

/**
 * Refuses a rule that delivers nothing at all: then no row of the table means anything. Where the table reads something,
 * the test of a row that reads says it already, with the smallest change.
 * @throws InvalidArgumentError with what keeps out the sample that comes closest
 */
export function requireSomeDelivered({ domain, table }: Pick<Contract, 'domain' | 'table'>, rule: Rule): void {
  if (table.rows.some(({ isRead }) => isRead) || deliversSome(rule)(domain)) return;
  throw new InvalidArgumentError({
    argument: 'options.rule',
    received: undefined,
    shown: 'a pattern of which nothing comes',
    allowed: 'a pattern that delivers some event of the domain',
    because: 'It delivers none, not even in another reading of what AWS leaves open',
    todo: explainNothing(domain, rule),
  });
}

/** The same for all contracts of a table. */
const deliversSome = oncePer((rule: Rule) =>
  oncePer((domain: Domain): boolean => {
    const items = { itemTypes: [...relatedItemTypes, unknownItemType], otherItemTypes: [] };
    const none = { itemTypes: [], otherItemTypes: [] };
    const delivers = eventTypes.some((eventType) => {
      const row = { eventType, domain, ...(isRelatedItemEventType(eventType) ? items : none) };
      return findDelivered(row, rule) !== undefined;
    });
    return delivers || findDeliveredForeign({ domain, rule }) !== undefined;
  }),
);
