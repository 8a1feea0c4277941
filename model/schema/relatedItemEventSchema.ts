import * as z from 'zod';
import type { RelatedItemDetail, RelatedItemEvent } from '../event/casesEvent.ts';
import type { RelatedItemEventType } from '../facts/eventTypes.ts';
import { writeAllowed } from './allowed.ts';
import { envelopeSchema } from './envelopeSchema.ts';
import { instantSchema } from './instantSchema.ts';
import { performedBySchema } from './performedBySchema.ts';
import { wordSchema } from './textSchema.ts';

const changedAttributes = z.array(
  wordSchema('changedAttributes'),
  writeAllowed({ allowed: 'a list of attribute names', fact: 'changedAttributes' }),
);

/** The schema of one type of related-item events, with or without the prefix `CASE.`, around a related item. */
export function makeRelatedItemEventSchema<Type extends RelatedItemEventType>(
  type: Type,
  relatedItem: z.ZodType<RelatedItemDetail>,
): z.ZodType<RelatedItemEvent<Type>> {
  const detail = z.looseObject(
    {
      version: wordSchema('envelope'),
      eventType: z.literal(
        [type, `CASE.${type}`],
        writeAllowed({ allowed: `"${type}" or "CASE.${type}"`, fact: 'eventTypes' }),
      ),
      approximateChangeTime: instantSchema('approximateChangeTime'),
      // It is an open question whether an event always lists its changes.
      changedAttributes: z.exactOptional(changedAttributes),
      performedBy: z.exactOptional(performedBySchema),
      relatedItem,
    },
    writeAllowed({
      allowed: 'an object with eventType, approximateChangeTime and relatedItem',
      fact: 'relatedItemObject',
    }),
  );
  return envelopeSchema(detail);
}
