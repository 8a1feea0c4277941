import type { CaseEventType, RelatedItemEventType } from '../facts/eventTypes.ts';
import type { LowerCaseItemType, RelatedItemType } from '../facts/relatedItemTypes.ts';

/**
 * The members of a field value. Each value has exactly one.
 * @typeParam Text - the texts of the field, such as its known options
 */
export interface FieldValueMembers<Text extends string = string> {
  /** Of a Text, SingleSelect, Url or DateTime field. It may be empty; in a Url or DateTime field it may be any text. */
  stringValue: Text;
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
 * @typeParam Possible - the names of those that may occur; all by default
 */
export type OneOf<Members, Possible extends keyof Members = keyof Members> = {
  [Name in keyof Members]: Pick<Members, Name> & { [Other in Exclude<keyof Members, Name>]?: never };
}[Possible];

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

/**
 * The case after the change. `fields` holds only configured fields that have a value.
 * @typeParam Fields - the fields by id
 */
export interface CaseDetail<Fields = CaseFields> {
  /** The id of the case. */
  caseId: string;
  /** The id of the template that the case was made from. */
  templateId?: string;
  /** When the case was created: an instant in ISO 8601, UTC. */
  createdDateTime?: string;
  /** The configured fields that have a value; absent or empty if no field has one. */
  fields?: Fields;
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

/** The contents of related items by their keys. */
export interface ItemContents {
  /** The content of a Comment. */
  comment: CommentContent;
  /** The content of a Contact. */
  contact: ContactContent;
  /** The content of a File. */
  file: FileContent;
  /** The content of an Sla. */
  sla: SlaContent;
  /** The content of a ConnectCase. */
  connectCase: ConnectCaseContent;
  /** The content of a Custom related item. */
  custom: CustomContent;
}

/** A related item. Its content appears only when the event configuration includes it. */
export interface RelatedItemDetail extends Partial<ItemContents>, ItemIds<string> {}

/**
 * A related item by its type: it has at most the content of that type. Other contents are typed as absent, so a check
 * of one narrows the item.
 * @typeParam Content - whether the event configuration includes contents
 */
export type TypedItem<Content extends boolean = boolean> =
  | {
      [Type in RelatedItemType]: ItemIds<Type | LowerCaseItemType<Type>> & OnlyContent<Uncapitalize<Type>, Content>;
    }[RelatedItemType]
  | (ItemIds<string> & OnlyContent<never, Content>);

/** The content under one key if it is included; under all others nothing. */
type OnlyContent<Key extends keyof ItemContents, Content extends boolean> = {
  [Name in keyof ItemContents]?: Name extends Key ? (true extends Content ? ItemContents[Name] : never) : never;
};

/** What each related item has. */
export interface ItemIds<Type extends string> {
  /**
   * `Comment`, `Contact`, `File`, `Sla`, `ConnectCase`, `Custom`, the same in lower case, or a type that AWS adds
   * later.
   */
  relatedItemType: Type;
  /** The id of the related item. */
  relatedItemId: string;
  /** The id of its case. */
  caseId: string;
  /** When it was created: an instant in ISO 8601, UTC. It may be absent for a deleted item. */
  createdDateTime?: string;
}

/**
 * The `detail` of a case event.
 * @typeParam Case - the case
 */
export interface CaseEventDetail<Type extends CaseEventType = CaseEventType, Case = CaseDetail> {
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
  case: Case;
  /** Of related-item events only. */
  changedAttributes?: never;
  /** Of related-item events only. */
  relatedItem?: never;
}

/** The spellings of a logical related-item event type on the wire. */
export type SpelledRelatedItemEventType<Type extends RelatedItemEventType = RelatedItemEventType> =
  | Type
  | `CASE.${Type}`;

/**
 * The `detail` of a related-item event.
 * @typeParam Item - the related item
 */
export interface RelatedItemEventDetail<
  Type extends RelatedItemEventType = RelatedItemEventType,
  Item = RelatedItemDetail,
> {
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
  relatedItem: Item;
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
export type CaseEvent<Type extends CaseEventType = CaseEventType, Case = CaseDetail> = CasesEnvelope<
  CaseEventDetail<Type, Case>
>;
/** A related item was created, updated or deleted. */
export type RelatedItemEvent<
  Type extends RelatedItemEventType = RelatedItemEventType,
  Item = RelatedItemDetail,
> = CasesEnvelope<RelatedItemEventDetail<Type, Item>>;

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
