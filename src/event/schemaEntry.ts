/**
 * The events of Amazon Connect Cases as zod schemas and JSON Schema, and the parser that names what is wrong.
 *
 * @module connect-cases-contracts/schema
 */

import '../platform/guard.ts';

export type { Certainty, Fact } from '../facts/facts.ts';
export type {
  CaseCreatedEvent,
  CaseDeletedEvent,
  CasesEvent,
  CaseUpdatedEvent,
  RelatedItemCreatedEvent,
  RelatedItemDeletedEvent,
  RelatedItemUpdatedEvent,
} from './casesEvent.ts';
export type { Dialect } from './dialect.ts';
export type { Domain } from './domain.ts';
export { type CaseEventIssue, InvalidCaseEventError } from './invalidCaseEvent.ts';
export { type ParseOptions, parseCaseEvent } from './parseCaseEvent.ts';
export { readingsOf } from './readings.ts';
export {
  caseCreatedSchema,
  caseDeletedSchema,
  caseEventJsonSchema,
  caseEventSchema,
  caseUpdatedSchema,
  relatedItemCreatedSchema,
  relatedItemDeletedSchema,
  relatedItemUpdatedSchema,
} from './schema.ts';
