import * as z from 'zod';
import type { RelatedItemDetail } from '../event/casesEvent.ts';
import { listItemTypeSpellings } from '../event/parseItemType.ts';
import type { RelatedItemEventType } from '../facts/eventTypes.ts';
import { contentKeys, type RelatedItemType, relatedItemTypes } from '../facts/relatedItemTypes.ts';
import { writeAllowed } from './allowed.ts';
import { type ContentSchemas, contentSchemas } from './contentSchemas.ts';
import { instantSchema } from './instantSchema.ts';
import { identifierSchema } from './textSchema.ts';

type ContentShape = {
  [Type in RelatedItemType as (typeof contentKeys)[Type]]: z.ZodExactOptional<ContentSchemas[Type]>;
};

/** Content under the type's own key; the keys of other types must be absent. */
function contentShape(own: RelatedItemType | undefined): ContentShape {
  const entries = relatedItemTypes.map((type) => [
    contentKeys[type],
    z.exactOptional(type === own ? contentSchemas[type] : foreignContentSchema(type)),
  ]);
  return Object.fromEntries(entries) as ContentShape;
}

function foreignContentSchema(type: RelatedItemType): z.ZodNever {
  const [pascal, lower] = listItemTypeSpellings(type);
  const allowed = `absent: it is the content of items whose relatedItemType is "${pascal}" or "${lower}"`;
  return z.never(writeAllowed({ allowed, fact: 'contentMembers' }));
}

function itemSchema(own: RelatedItemType | undefined, deleted: boolean): z.ZodType<RelatedItemDetail> {
  const createdDateTime = instantSchema('relatedItemObject');
  return z.looseObject(
    {
      relatedItemType: own === undefined ? typeOfTomorrow : z.literal(listItemTypeSpellings(own)),
      relatedItemId: identifierSchema('relatedItemObject'),
      caseId: identifierSchema('relatedItemObject'),
      // It is an open question what a deletion carries besides the type and the ids.
      createdDateTime: deleted ? z.exactOptional(createdDateTime) : createdDateTime,
      ...contentShape(own),
    },
    writeAllowed({
      allowed: 'an object with relatedItemType, relatedItemId, caseId and createdDateTime',
      fact: 'relatedItemObject',
    }),
  );
}

const typeOfTomorrow = identifierSchema('relatedItemObject').regex(
  new RegExp(`^(?!(${relatedItemTypes.flatMap(listItemTypeSpellings).join('|')})$)`),
  writeAllowed({ allowed: `one of ${relatedItemTypes.join(', ')}, or a new one`, fact: 'relatedItemTypes' }),
);

const itemSchemas = [false, true].map((deleted) => ({
  ofTomorrow: itemSchema(undefined, deleted),
  ofTypes: new Map(relatedItemTypes.map((type) => [type, itemSchema(type, deleted)])),
}));

function chooseSchemas(eventType: RelatedItemEventType): (typeof itemSchemas)[number] {
  return itemSchemas[eventType === 'RELATED_ITEM.DELETED' ? 1 : 0] as (typeof itemSchemas)[number];
}

/** A related item of one type, in either spelling, for one event type. Without a type: an unknown one. */
export function makeRelatedItemSchema(
  eventType: RelatedItemEventType,
  type: RelatedItemType | undefined,
): z.ZodType<RelatedItemDetail> {
  const { ofTypes, ofTomorrow } = chooseSchemas(eventType);
  return (type === undefined ? undefined : ofTypes.get(type)) ?? ofTomorrow;
}

/** A related item of any type, known or unknown, for one event type. */
export function relatedItemSchema(eventType: RelatedItemEventType): z.ZodType<RelatedItemDetail> {
  const { ofTypes, ofTomorrow } = chooseSchemas(eventType);
  return z.union([...ofTypes.values(), ofTomorrow]);
}
