/**
 * The consumer's side: its domain, the table of what it reads, and the test that plays every event that AWS may send.
 *
 * @module connect-cases-contracts
 */

import '../model/platform/guard.ts';
import '../arbitraries/fastCheckInstalled.ts';
import '../arbitraries/fastCheckVersion.ts';

export type { OverrideValues } from '../arbitraries/fixture/overrides/overrideValues.ts';
export { type FixtureOptions, fixture } from '../arbitraries/fixture.ts';
export type { Contract, Contracts, ContractTable, TableRow } from '../contracts/contract.ts';
export { type ContractOptions, contractsFor, type EventPatternInput } from '../contracts/contractsFor.ts';
export type { DomainWithoutFields } from '../contracts/domainWithoutFields.ts';
export { type Ignored, ignored } from '../contracts/ignored.ts';
export type { ItemTable, Table } from '../contracts/table.ts';
export { type Undelivered, undelivered } from '../contracts/undelivered.ts';
export {
  type Domain,
  type DomainDefinition,
  defineDomain,
  type FieldDefinition,
  type FieldDefinitions,
} from '../model/domain/domain.ts';
export { exampleDomain } from '../model/domain/exampleDomain.ts';
export type {
  CaseCreatedEvent,
  CaseDeletedEvent,
  CaseDetail,
  CaseEvent,
  CaseEventDetail,
  CaseFields,
  CasesEnvelope,
  CasesEvent,
  CasesUser,
  CaseUpdatedEvent,
  CommentContent,
  ConnectCaseContent,
  ContactContent,
  CustomContent,
  FieldValue,
  FieldValueMembers,
  FileContent,
  ItemContents,
  ItemIds,
  OneOf,
  PerformedBy,
  RelatedItemCreatedEvent,
  RelatedItemDeletedEvent,
  RelatedItemDetail,
  RelatedItemEvent,
  RelatedItemEventDetail,
  RelatedItemUpdatedEvent,
  SlaContent,
  SpelledRelatedItemEventType,
  TypedItem,
  UserMembers,
} from '../model/event/casesEvent.ts';
export { entrySize, type SizedEvent } from '../model/event/entrySize.ts';
export type { EventClass } from '../model/event/eventClasses.ts';
export type { CasePath, CommonItemPath, ItemPath, Read } from '../model/event/paths.ts';
export type { EventOf, IncludedFields } from '../model/event/typed/eventOf.ts';
export { type EventWithFields, fieldsOf, type NamedFields } from '../model/event/typed/fieldsOf.ts';
export type { CaseEventType, EventType, RelatedItemEventType } from '../model/facts/eventTypes.ts';
export type { FieldType } from '../model/facts/fieldTypes.ts';
export type { RelatedItemType } from '../model/facts/relatedItemTypes.ts';
export type { LeafMismatch } from '../model/rule/match/leafMismatch.ts';
export type { CompiledPattern as RulePattern, Rule } from '../model/rule/rule.ts';
export type { Difference } from '../model/values/differences.ts';
export { InvalidArgumentError } from '../model/values/invalidArgument.ts';
export type { DeliveryOptions } from './harness/delivery/deliveryOptions.ts';
export { DeliveryViolation } from './harness/delivery/deliveryViolation.ts';
export type {
  DelayOrDuplicate as LateOrAgain,
  Fault,
  FaultKind,
  Lost,
  OutageFault,
  Poisoned,
  PoisonKind,
} from './harness/delivery/faults/faults.ts';
export type { GuaranteeName as Promised } from './harness/delivery/guarantees/guarantees.ts';
export { verifyDelivery } from './harness/delivery/verifyDelivery.ts';
export type { DownstreamCall } from './harness/downstream/downstreamCall.ts';
export type { OutageEffect, OutageError } from './harness/downstream/outage.ts';
export type { AnyFunction } from './harness/downstream/watchedFunction.ts';
export type {
  Downstream,
  SdkClient,
  WatchClientOptions,
  Watching,
  WatchOptions,
} from './harness/downstream/watching.ts';
export type { HandlerOutcome, OutcomeExpectation } from './harness/expectation/expectation.ts';
export { ContractViolation, type Replay } from './harness/failure/contractViolation.ts';
export type { Lambda } from './harness/lambda/invoke.ts';
export type { LambdaCallback, LambdaContext } from './harness/lambda/makeLambdaContext.ts';
export type { Handler, InlineHandler } from './harness/lambda/runHandler.ts';
export { type ReadsOptions, readsOf } from './harness/readsOf.ts';
export type { VerifyOptions } from './harness/run/runOptions.ts';
export type { FirehoseBatch, QueueBatch, StreamBatch, TopicBatch } from './harness/transports/batches.ts';
export type { BatchOptions } from './harness/transports/connect.ts';
export { viaFirehose } from './harness/transports/firehose.ts';
export { type KinesisOptions, viaKinesis } from './harness/transports/kinesis.ts';
export { viaLambda } from './harness/transports/lambda.ts';
export { viaSns } from './harness/transports/sns.ts';
export { type SnsToSqsOptions, viaSnsToSqs } from './harness/transports/snsToSqs.ts';
export { type QueueOptions, type SqsOptions, viaSqs } from './harness/transports/sqs.ts';
export { verify } from './harness/verify.ts';
