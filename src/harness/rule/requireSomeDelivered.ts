import type { Contract } from '../../../contracts/contract.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { oncePer } from '../../../model/values/oncePer.ts';
import { shorten } from '../../../model/values/text.ts';
import { findDeliveredForeign } from '../run/findDeliveredForeign.ts';
import { explainTraps } from './explainTraps.ts';
import { findDelivered } from './findDelivered.ts';

/**
 * Refuses a rule that delivers nothing at all: then no row of the table means anything.
 * @throws InvalidArgumentError with the pattern, and with what keeps out the sample
 */
export function requireSomeDelivered({ domain }: Pick<Contract, 'domain'>, rule: Rule): void {
  if (deliversSome(rule)(domain)) return;
  const event = makeSample('CASE.UPDATED', domain);
  const mismatches = rule.explain(event);
  const [first] = mismatches;
  const [trap] = explainTraps(mismatches, event, domain);
  throw new InvalidArgumentError({
    argument: 'options.rule',
    received: undefined,
    shown: shorten(rule.patterns.map(({ text }) => text).join(' and '), MOST_SHOWN),
    allowed: 'a pattern that delivers some event of the domain',
    because: `It delivers none, not even in another reading of what AWS leaves open. The sample of CASE.UPDATED lacks what ${first?.path.join('.')} asks for: ${first?.because}`,
    ...(trap === undefined ? {} : { todo: trap }),
  });
}

const MOST_SHOWN = 300;

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
