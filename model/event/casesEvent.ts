import type { CaseEventType, RelatedItemEventType } from '../facts/eventTypes.ts';

/** The members of a field value. Each value has exactly one. */
export interface FieldValueMembers {
  /** Of a Text, SingleSelect, Url or DateTime field. It may be empty; in a Url or DateTime field it may be any text. */
  stringValue: string;
  /** Of a Number field: any double. */
  doubleValue: number;
  /** Of a Boolean field. */
  booleanValue: boolean;
  /** Of a User field. */
  userArnValue: string;
  /** An empty object. */
  emptyValue: Record<string, never>;
}

/**
 * Exactly one of several members. The others are typed as absent, so `value.stringValue` compiles without a check.
 * @typeParam Members - all members by their names
 */
export type OneOf<Members> = {
  [Name in keyof Members]: Pick<Members, Name> & { [Other in Exclude<keyof Members, Name>]?: never };
}[keyof Members];

/** A field value of a case: exactly one member. `emptyValue` appears only where a cleared field is written out. */
export type FieldValue = OneOf<FieldValueMembers>;

/** The fields of a case by id: system ids such as `status`; custom fields under their id from AWS. */
export type CaseFields = Record<
  string,
  {
    /** The value, under the member of the field's type. */
    value: FieldValue;
  }
>;

/** The members of a user. Each user has exactly one. */
export interface UserMembers {
  /** The ARN of a Connect user, with `/user/` or `/agent/`. */
  userArn: string;
  /** Another entity, as free text. */
  customEntity: string;
}

/** Who made the change: a Connect user by ARN, or another entity. */
export type CasesUser = OneOf<UserMembers>;

/** Who made the change; `user` is absent when no user did. */
export interface PerformedBy {
  /** A Connect user or another entity; absent when no user made the change. */
  user?: CasesUser;
  /** The ARN of the IAM principal: a role, an assumed role or a service-linked role. */
  iamPrincipalArn: string;
}

/** The case after the change. `fields` holds only configured fields that have a value. */
export interface CaseDetail {
  /** The id of the case. */
  caseId: string;
  /** The id of the template that the case was made from. */
  templateId?: string;
  /** When the case was created: an instant in ISO 8601, UTC. */
  createdDateTime?: string;
  /** The configured fields that have a value; absent or empty if no field has one. */
  fields?: CaseFields;
}

/** Content of a related item of type Comment. */
export interface CommentContent {
  /** The text of the comment. */
  body: string;
  /** The media type of the text, such as `Text/Plain`. */
  contentType?: string;
}
/** Content of a related item of type Contact. */
export interface ContactContent {
  /** The ARN of the contact. */
  contactArn: string;
  /** The channel of the contact, such as `VOICE`. */
  channel?: string;
  /** When the contact was connected to the system: an instant in ISO 8601, UTC. */
  connectedToSystemTime?: string;
}
/** Content of a related item of type File. */
export interface FileContent {
  /** The ARN of the file. */
  fileArn: string;
}
/** Content of a related item of type Sla. */
export interface SlaContent {
  /** What was agreed, and its status. */
  slaConfiguration: {
    /** The name of the SLA. */
    name: string;
    /** What the SLA watches, such as `CaseField`. */
    type: string;
    /** `Active`, `Overdue`, `Met` or `NotMet`. */
    status: string;
    /** The deadline of the SLA: an instant in ISO 8601, UTC. */
    targetTime: string;
    /** The id of the field that the SLA watches. */
    fieldId?: string;
    /** The values of that field that meet the SLA. */
    targetFieldValues?: FieldValue[];
    /** When the SLA was completed: an instant in ISO 8601, UTC. */
    completionTime?: string;
  };
}
/** Content of a related item of type ConnectCase. */
export interface ConnectCaseContent {
  /** The id of the other case. */
  caseId: string;
}
/** Content of a related item of type Custom: a list as in the API, or a map as in case events. */
export interface CustomContent {
  /** The fields of the item. */
  fields:
    | {
        /** The id of the field. */
        id: string;
        /** The value, under the member of the field's type. */
        value: FieldValue;
      }[]
    | CaseFields;
}

/** A related item. Its content appears only when the event configuration includes it. */
export interface RelatedItemDetail {
  /**
   * `Comment`, `Contact`, `File`, `Sla`, `ConnectCase`, `Custom`, the same in lower case, or a type that AWS adds
   * later.
   */
  relatedItemType: string;
  /** The id of the related item. */
  relatedItemId: string;
  /** The id of its case. */
  caseId: string;
  /** When it was created: an instant in ISO 8601, UTC. It may be absent for a deleted item. */
  createdDateTime?: string;
  /** The content of a Comment. */
  comment?: CommentContent;
  /** The content of a Contact. */
  contact?: ContactContent;
  /** The content of a File. */
  file?: FileContent;
  /** The content of an Sla. */
  sla?: SlaContent;
  /** The content of a ConnectCase. */
  connectCase?: ConnectCaseContent;
  /** The content of a Custom related item. */
  custom?: CustomContent;
}

/** The `detail` of a case event. */
export interface CaseEventDetail<Type extends CaseEventType = CaseEventType> {
  /** The version of the detail. */
  version: string;
  /** What happened to the case. */
  eventType: Type;
  /** When it happened: an instant in ISO 8601, UTC. It orders the events of a case. */
  approximateChangeTime: string;
  /**
   * The ids of the changed fields, whether or not `case.fields` carries them. AWS does not promise that this list is
   * always there.
   */
  changedFieldIds?: string[];
  /** Who made the change. */
  performedBy?: PerformedBy;
  /** The case after the change. */
  case: CaseDetail;
  /** Of related-item events only. */
  changedAttributes?: never;
  /** Of related-item events only. */
  relatedItem?: never;
}

/** The spellings of a logical related-item event type on the wire. */
export type SpelledRelatedItemEventType<Type extends RelatedItemEventType = RelatedItemEventType> =
  | Type
  | `CASE.${Type}`;

/** The `detail` of a related-item event. */
export interface RelatedItemEventDetail<Type extends RelatedItemEventType = RelatedItemEventType> {
  /** The version of the detail. */
  version: string;
  /** What happened to the related item, with or without the prefix `CASE.`. */
  eventType: SpelledRelatedItemEventType<Type>;
  /** When it happened: an instant in ISO 8601, UTC. It orders the events of a case. */
  approximateChangeTime: string;
  /** The changed attributes of the related item. AWS does not promise that this list is always there. */
  changedAttributes?: string[];
  /** Who made the change. */
  performedBy?: PerformedBy;
  /** The related item after the change. */
  relatedItem: RelatedItemDetail;
  /** Of case events only. */
  changedFieldIds?: never;
  /** Of case events only. */
  case?: never;
}

/**
 * An EventBridge event of Amazon Connect Cases
 * (https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html).
 */
export interface CasesEnvelope<Detail, DetailType extends string = 'Amazon Connect Cases Change'> {
  /** The version of the envelope. */
  version: string;
  /** The id that EventBridge gave the event. */
  id: string;
  /** The kind of event. (The dialect of 2022 writes `Amazon Connect Cases Event`.) */
  'detail-type': DetailType;
  /** The sender. */
  source: 'aws.cases';
  /** The AWS account of the domain: 12 digits. */
  account: string;
  /** When it was sent: an instant in ISO 8601, UTC, to the second. */
  time: string;
  /** The AWS Region of the domain. */
  region: string;
  /** The ARN of the domain and the ARN of the case or related item, in this order. */
  resources: string[];
  /** What happened. */
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

/** Any event of Amazon Connect Cases, with either `detail.case` or `detail.relatedItem`. */
export type CasesEvent = CaseEvent | RelatedItemEvent;
