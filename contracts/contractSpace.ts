import { type EventSpace, eventSpace } from '../arbitraries/space/eventSpace.ts';
import { type Dialect, defaultDialect } from '../model/event/dialect.ts';
import { listReadings } from '../model/event/listReadings.ts';
import { isRelatedItemEventType } from '../model/facts/eventTypes.ts';
import type { Contract } from './contract.ts';

type Selected = Pick<Contract, 'eventType' | 'itemTypes' | 'domain' | 'rule'>;

/**
 * The events that can reach the row of a contract. A row for related items has at least one item type.
 * @param dialect by default the one in which `verify` plays them
 */
export function contractSpace(
  { eventType, itemTypes, domain, rule }: Selected,
  dialect: Dialect = findPlayedDialect({ eventType, itemTypes, domain, rule }),
): EventSpace {
  return isRelatedItemEventType(eventType)
    ? eventSpace({ eventType, itemTypes: itemTypes as readonly [string, ...string[]], domain, dialect, rule })
    : eventSpace({ eventType, itemTypes: itemTypes as readonly [], domain, dialect, rule });
}

/** The default dialect, or the first one in which a rule delivers something if it delivers nothing in the default. */
export function findPlayedDialect(
  selected: { readonly [Name in keyof Selected]: Selected[Name] | undefined },
): Dialect {
  if (selected.rule === undefined) return defaultDialect;
  return listReadings().find((dialect) => !contractSpace(selected as Selected, dialect).isEmpty) ?? defaultDialect;
}
