import type { CaseEventType, RelatedItemEventType } from '../facts/eventTypes.ts';

/** A field value of a case: exactly one member. `emptyValue` appears only where a cleared field is written out. */
export type FieldValue =
  | { stringValue: string }
  | { doubleValue: number }
  | { booleanValue: boolean }
  | { userArnValue: string }
  | { emptyValue: Record<string, never> };

/** The fields of a case by their ids: system ids such as `status`, custom fields under the id that AWS gave them. */
export type CaseFields = Record<string, { value: FieldValue }>;

/** Who made the change: a Connect user by ARN, or another entity. */
export type CasesUser = { userArn: string } | { customEntity: string };

/** Who made the change; `user` is absent when no user did. */
export interface PerformedBy {
  user?: CasesUser;
  iamPrincipalArn: string;
}

/** The case after the change. `fields` holds only configured fields that have a value. */
export interface CaseDetail {
  caseId: string;
  templateId?: string;
  createdDateTime?: string;
  fields?: CaseFields;
}

/** Content of a related item of type Comment. */
export interface CommentContent {
  body: string;
  contentType?: string;
}
/** Content of a related item of type Contact. */
export interface ContactContent {
  contactArn: string;
  channel?: string;
  connectedToSystemTime?: string;
}
/** Content of a related item of type File. */
export interface FileContent {
  fileArn: string;
}
/** Content of a related item of type Sla. */
export interface SlaContent {
  slaConfiguration: {
    name: string;
    type: string;
    status: string;
    targetTime: string;
    fieldId?: string;
    targetFieldValues?: FieldValue[];
    completionTime?: string;
  };
}
/** Content of a related item of type ConnectCase. */
export interface ConnectCaseContent {
  caseId: string;
}
/** Content of a related item of type Custom: a list as in the API, or a map as in case events. */
export interface CustomContent {
  fields: { id: string; value: FieldValue }[] | CaseFields;
}

/** A related item. Its content appears only when the event configuration includes it. */
export interface RelatedItemDetail {
  relatedItemType: string;
  relatedItemId: string;
  caseId: string;
  createdDateTime: string;
  comment?: CommentContent;
  contact?: ContactContent;
  file?: FileContent;
  sla?: SlaContent;
  connectCase?: ConnectCaseContent;
  custom?: CustomContent;
}

/** The `detail` of a case event. */
export interface CaseEventDetail<Type extends CaseEventType = CaseEventType> {
  version: string;
  eventType: Type;
  approximateChangeTime: string;
  changedFieldIds?: string[];
  performedBy?: PerformedBy;
  case: CaseDetail;
}

/** How a logical related-item event type may be written on the wire. */
export type SpelledRelatedItemEventType<Type extends RelatedItemEventType = RelatedItemEventType> =
  | Type
  | `CASE.${Type}`;

/** The `detail` of a related-item event. */
export interface RelatedItemEventDetail<Type extends RelatedItemEventType = RelatedItemEventType> {
  version: string;
  eventType: SpelledRelatedItemEventType<Type>;
  approximateChangeTime: string;
  changedAttributes?: string[];
  performedBy?: PerformedBy;
  relatedItem: RelatedItemDetail;
}

/**
 * An EventBridge event of Amazon Connect Cases
 * (https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html).
 */
export interface CasesEnvelope<Detail> {
  version: string;
  id: string;
  'detail-type': 'Amazon Connect Cases Change' | 'Amazon Connect Cases Event';
  source: 'aws.cases';
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: Detail;
}

/** A case was created, updated or deleted. */
export type CaseEvent<Type extends CaseEventType = CaseEventType> = CasesEnvelope<CaseEventDetail<Type>>;
/** A related item was created, updated or deleted. */
export type RelatedItemEvent<Type extends RelatedItemEventType = RelatedItemEventType> = CasesEnvelope<
  RelatedItemEventDetail<Type>
>;

/** A case was created. */
export type CaseCreatedEvent = CaseEvent<'CASE.CREATED'>;
/** A case was updated. */
export type CaseUpdatedEvent = CaseEvent<'CASE.UPDATED'>;
/** A case was deleted. */
export type CaseDeletedEvent = CaseEvent<'CASE.DELETED'>;
/** A related item was created. */
export type RelatedItemCreatedEvent = RelatedItemEvent<'RELATED_ITEM.CREATED'>;
/** A related item was updated. */
export type RelatedItemUpdatedEvent = RelatedItemEvent<'RELATED_ITEM.UPDATED'>;
/** A related item was deleted. */
export type RelatedItemDeletedEvent = RelatedItemEvent<'RELATED_ITEM.DELETED'>;

/** Any event of Amazon Connect Cases; `detail.case` or `detail.relatedItem` tells which. */
export type CasesEvent = CaseEvent | RelatedItemEvent;
