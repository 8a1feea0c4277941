import * as z from 'zod';
import { itemTypeOf } from '../event/itemTypeOf.ts';
import { eventTypeSpellings, logicalTypeOf } from '../event/logicalType.ts';
import { valueAt } from '../event/paths.ts';
import { type EventType, isRelatedItemEventType } from '../facts/eventTypes.ts';
import { writeAllowed } from '../schema/allowed.ts';
import { caseEventSchemaOf } from '../schema/caseEventSchema.ts';
import { envelopeSchema } from '../schema/envelopeSchema.ts';
import { relatedItemEventSchemaOf } from '../schema/relatedItemEventSchema.ts';
import { relatedItemSchemaOf } from '../schema/relatedItemSchema.ts';

const schemas = new Map<string, z.ZodType>();

/**
 * The schema of what a value says it is, by its eventType and relatedItemType: without the unions over all events,
 * so that an issue is about the event that was meant. Without a known eventType no more than the envelope is asked for.
 */
export function schemaMeant(value: unknown): z.ZodType {
  const type = logicalTypeOf(valueAt(value, ['detail', 'eventType']));
  if (type === undefined) return eventOfUnknownType;
  const itemType = itemTypeOf(valueAt(value, ['detail', 'relatedItem', 'relatedItemType']));
  const key = `${type} ${itemType}`;
  const schema = schemas.get(key) ?? schemaOf(type, itemType);
  schemas.set(key, schema);
  return schema;
}

function schemaOf(type: EventType, itemType: ReturnType<typeof itemTypeOf>): z.ZodType {
  return isRelatedItemEventType(type)
    ? relatedItemEventSchemaOf(type, relatedItemSchemaOf(type, itemType))
    : caseEventSchemaOf(type);
}

const eventOfUnknownType = envelopeSchema(
  z.looseObject(
    {
      eventType: z.literal(
        [...eventTypeSpellings],
        writeAllowed({ allowed: 'an event type of Cases', fact: 'eventTypes' }),
      ),
    },
    writeAllowed({ allowed: 'an object with eventType', fact: 'eventTypes' }),
  ),
);
