import * as z from 'zod';
import { eventTypeSpellings, parseEventType } from '../event/parseEventType.ts';
import { parseItemType } from '../event/parseItemType.ts';
import { type EventType, isRelatedItemEventType } from '../facts/eventTypes.ts';
import { writeAllowed } from '../schema/allowed.ts';
import { makeCaseEventSchema } from '../schema/caseEventSchema.ts';
import { envelopeSchema } from '../schema/envelopeSchema.ts';
import { makeRelatedItemEventSchema } from '../schema/relatedItemEventSchema.ts';
import { makeRelatedItemSchema } from '../schema/relatedItemSchema.ts';
import { valueAt } from '../values/eventPath.ts';

const schemas = new Map<string, z.ZodType>();

/**
 * The schema of a value's own eventType and relatedItemType. Without the union over all events, issues concern the
 * intended event. For an unknown eventType it checks only the envelope.
 */
export function chooseSchema(value: unknown): z.ZodType {
  const type = parseEventType(valueAt(value, ['detail', 'eventType']));
  if (type === undefined) return eventOfUnknownType;
  const itemType = parseItemType(valueAt(value, ['detail', 'relatedItem', 'relatedItemType']));
  const key = `${type} ${itemType}`;
  const schema = schemas.get(key) ?? makeSchema(type, itemType);
  schemas.set(key, schema);
  return schema;
}

function makeSchema(type: EventType, itemType: ReturnType<typeof parseItemType>): z.ZodType {
  return isRelatedItemEventType(type)
    ? makeRelatedItemEventSchema(type, makeRelatedItemSchema(type, itemType))
    : makeCaseEventSchema(type);
}

const eventOfUnknownType = envelopeSchema(
  z.looseObject(
    {
      eventType: z.literal(
        [...eventTypeSpellings],
        writeAllowed({ allowed: 'an event type of Cases', fact: 'eventTypes', words: eventTypeSpellings }),
      ),
    },
    writeAllowed({ allowed: 'an object with eventType', fact: 'eventTypes' }),
  ),
);
