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
import { makeCaseEventSchema } from './caseEventSchema.ts';
import { makeRelatedItemEventSchema } from './relatedItemEventSchema.ts';
import { relatedItemSchema } from './relatedItemSchema.ts';

/** A case was created. */
export const caseCreatedSchema: z.ZodType<CaseCreatedEvent> = makeCaseEventSchema('CASE.CREATED');

/** A case was updated. */
export const caseUpdatedSchema: z.ZodType<CaseUpdatedEvent> = makeCaseEventSchema('CASE.UPDATED');

/** A case was deleted. */
export const caseDeletedSchema: z.ZodType<CaseDeletedEvent> = makeCaseEventSchema('CASE.DELETED');

/** A related item was created. */
export const relatedItemCreatedSchema: z.ZodType<RelatedItemCreatedEvent> = makeRelatedItemEventSchema(
  'RELATED_ITEM.CREATED',
  relatedItemSchema('RELATED_ITEM.CREATED'),
);

/** A related item was updated. */
export const relatedItemUpdatedSchema: z.ZodType<RelatedItemUpdatedEvent> = makeRelatedItemEventSchema(
  'RELATED_ITEM.UPDATED',
  relatedItemSchema('RELATED_ITEM.UPDATED'),
);

/** A related item was deleted. */
export const relatedItemDeletedSchema: z.ZodType<RelatedItemDeletedEvent> = makeRelatedItemEventSchema(
  'RELATED_ITEM.DELETED',
  relatedItemSchema('RELATED_ITEM.DELETED'),
);

/**
 * Any event of Amazon Connect Cases, in every reading of the open questions. Unknown properties stay
 * (https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html, documented). `parseCaseEvent`
 * also checks relations between properties (ids in ARNs, order of times).
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
