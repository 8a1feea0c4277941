import '../platform/guard.ts';

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
