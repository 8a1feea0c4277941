import { type EventSpace, eventSpace } from '../arbitraries/space/eventSpace.ts';
import { type Dialect, defaultDialect } from '../model/event/dialect.ts';
import { isRelatedItemEventType } from '../model/facts/eventTypes.ts';
import type { Contract } from './contract.ts';

type Selected = Pick<Contract, 'eventType' | 'itemTypes' | 'domain' | 'rule'>;

/** The events that can reach the row of a contract. A row for related items has at least one item type. */
export function contractSpace(
  { eventType, itemTypes, domain, rule }: Selected,
  dialect: Dialect = defaultDialect,
): EventSpace {
  return isRelatedItemEventType(eventType)
    ? eventSpace({ eventType, itemTypes: itemTypes as readonly [string, ...string[]], domain, dialect, rule })
    : eventSpace({ eventType, itemTypes: itemTypes as readonly [], domain, dialect, rule });
}
