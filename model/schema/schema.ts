import * as z from 'zod';
import type {
  CaseCreatedEvent,
  CaseDeletedEvent,
  CasesEvent,
  CaseUpdatedEvent,
  RelatedItemCreatedEvent,
  RelatedItemDeletedEvent,
  RelatedItemUpdatedEvent,
} from '../event/casesEvent.ts';
import { caseEventSchemaOf } from './caseEventSchema.ts';
import { relatedItemEventSchemaOf } from './relatedItemEventSchema.ts';
import { relatedItemSchema } from './relatedItemSchema.ts';

/** A case was created. */
export const caseCreatedSchema: z.ZodType<CaseCreatedEvent> = caseEventSchemaOf('CASE.CREATED');

/** A case was updated. */
export const caseUpdatedSchema: z.ZodType<CaseUpdatedEvent> = caseEventSchemaOf('CASE.UPDATED');

/** A case was deleted. */
export const caseDeletedSchema: z.ZodType<CaseDeletedEvent> = caseEventSchemaOf('CASE.DELETED');

/** A related item was created. */
export const relatedItemCreatedSchema: z.ZodType<RelatedItemCreatedEvent> = relatedItemEventSchemaOf(
  'RELATED_ITEM.CREATED',
  relatedItemSchema('RELATED_ITEM.CREATED'),
);

/** A related item was updated. */
export const relatedItemUpdatedSchema: z.ZodType<RelatedItemUpdatedEvent> = relatedItemEventSchemaOf(
  'RELATED_ITEM.UPDATED',
  relatedItemSchema('RELATED_ITEM.UPDATED'),
);

/** A related item was deleted. */
export const relatedItemDeletedSchema: z.ZodType<RelatedItemDeletedEvent> = relatedItemEventSchemaOf(
  'RELATED_ITEM.DELETED',
  relatedItemSchema('RELATED_ITEM.DELETED'),
);

/**
 * Any event of Amazon Connect Cases, in every reading of what AWS leaves open; unknown properties are kept
 * (https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html, documented). What concerns
 * several properties at once (ids in ARNs, times in order) is not here but in `parseCaseEvent`.
 */
export const caseEventSchema: z.ZodType<CasesEvent> = z.union([
  caseCreatedSchema,
  caseUpdatedSchema,
  caseDeletedSchema,
  relatedItemCreatedSchema,
  relatedItemUpdatedSchema,
  relatedItemDeletedSchema,
]);

/** JSON Schema (draft 2020-12) of {@link caseEventSchema}, converted at every call. */
export function caseEventJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(caseEventSchema, { target: 'draft-2020-12', reused: 'ref' });
  return { ...schema, title: 'An event of Amazon Connect Cases' };
}
