import type { Domain } from '../../../model/domain/domain.ts';
import { eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { oncePer } from '../../../model/values/oncePer.ts';
import { findDeliveredForeign } from '../run/findDeliveredForeign.ts';
import { findDelivered } from './disagreement/findDelivered.ts';

/** Whether a rule delivers any event of a domain, in any reading, or a foreign one. Known once for all contracts. */
export const deliversSome = oncePer((rule: Rule) =>
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
