import * as z from 'zod';
import { contentKeys, type RelatedItemType, relatedItemTypes } from '../../facts/relatedItemTypes.ts';
import type { RelatedItemDetail } from '../casesEvent.ts';
import { itemTypeSpellings } from '../itemTypeOf.ts';
import { writeAllowed } from './allowed.ts';
import { type ContentSchemas, contentSchemas } from './contentSchemas.ts';
import { instantSchema } from './instantSchema.ts';
import { identifierSchema } from './textSchema.ts';

type ContentShape = {
  [Type in RelatedItemType as (typeof contentKeys)[Type]]: z.ZodExactOptional<ContentSchemas[Type]>;
};

/** Content under the own key of a type; the keys of the other types must not be there. */
function contentShape(own: RelatedItemType | undefined): ContentShape {
  const entries = relatedItemTypes.map((type) => [
    contentKeys[type],
    z.exactOptional(type === own ? contentSchemas[type] : foreignContent(type)),
  ]);
  return Object.fromEntries(entries) as ContentShape;
}

function foreignContent(type: RelatedItemType): z.ZodNever {
  const [pascal, lower] = itemTypeSpellings(type);
  const allowed = `absent: it is the content of items whose relatedItemType is "${pascal}" or "${lower}"`;
  return z.never(writeAllowed({ allowed, fact: 'contentMembers' }));
}

function itemSchema(own: RelatedItemType | undefined): z.ZodType<RelatedItemDetail> {
  return z.looseObject(
    {
      relatedItemType: own === undefined ? typeOfTomorrow : z.literal(itemTypeSpellings(own)),
      relatedItemId: identifierSchema('relatedItemObject'),
      caseId: identifierSchema('relatedItemObject'),
      createdDateTime: instantSchema('relatedItemObject'),
      ...contentShape(own),
    },
    writeAllowed({
      allowed: 'an object with relatedItemType, relatedItemId, caseId and createdDateTime',
      fact: 'relatedItemObject',
    }),
  );
}

const typeOfTomorrow = identifierSchema('relatedItemObject').regex(
  new RegExp(`^(?!(${relatedItemTypes.flatMap(itemTypeSpellings).join('|')})$)`),
  writeAllowed({ allowed: `one of ${relatedItemTypes.join(', ')}, or a new one`, fact: 'relatedItemTypes' }),
);

const itemOfTomorrow = itemSchema(undefined);
const itemsOfTypes = new Map(relatedItemTypes.map((type) => [type, itemSchema(type)]));

/** A related item of one type, in either spelling; of one of tomorrow without a type. */
export function relatedItemSchemaOf(type: RelatedItemType | undefined): z.ZodType<RelatedItemDetail> {
  return (type === undefined ? undefined : itemsOfTypes.get(type)) ?? itemOfTomorrow;
}

/** A related item of any type, today's or tomorrow's. */
export const relatedItemSchema: z.ZodType<RelatedItemDetail> = z.union([...itemsOfTypes.values(), itemOfTomorrow]);
