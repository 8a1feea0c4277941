/**
 * The events of Amazon Connect Cases as zod schemas and JSON Schema, and a parser that explains what is wrong.
 *
 * @module connect-cases-contracts/schema
 */

import './platform/guard.ts';

export type { Domain } from './domain/domain.ts';
export type {
  CaseCreatedEvent,
  CaseDeletedEvent,
  CasesEvent,
  CaseUpdatedEvent,
  RelatedItemCreatedEvent,
  RelatedItemDeletedEvent,
  RelatedItemUpdatedEvent,
} from './event/casesEvent.ts';
export type { Dialect } from './event/dialect.ts';
export { readingsOf } from './event/readings.ts';
export type { EventOf, IncludedFields } from './event/typed/eventOf.ts';
export { type EventWithFields, fieldsOf, type NamedFields } from './event/typed/fieldsOf.ts';
export type { Certainty, Fact } from './facts/facts.ts';
export { type CaseEventIssue, InvalidCaseEventError } from './parse/invalidCaseEvent.ts';
export { type ParseOptions, parseCaseEvent } from './parse/parseCaseEvent.ts';
export {
  caseCreatedSchema,
  caseDeletedSchema,
  caseEventJsonSchema,
  caseEventSchema,
  caseUpdatedSchema,
  relatedItemCreatedSchema,
  relatedItemDeletedSchema,
  relatedItemUpdatedSchema,
} from './schema/schema.ts';
