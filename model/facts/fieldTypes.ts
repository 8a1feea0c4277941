/** The types of a field (FieldType of the Cases API, modelled). */
export const fieldTypes = ['Text', 'Number', 'Boolean', 'DateTime', 'SingleSelect', 'Url', 'User'] as const;

/** The type of a field. */
export type FieldType = (typeof fieldTypes)[number];

/** The members of a field value (FieldValueUnion of the Cases API, modelled). */
export const fieldValueMembers = ['stringValue', 'doubleValue', 'booleanValue', 'userArnValue', 'emptyValue'] as const;

/** A member of a field value. */
export type FieldValueMember = (typeof fieldValueMembers)[number];

/** The member that holds the values of each type. The API has no timestamp member, so dates are texts (modelled). */
export const memberByType = {
  Text: 'stringValue',
  Number: 'doubleValue',
  Boolean: 'booleanValue',
  DateTime: 'stringValue',
  SingleSelect: 'stringValue',
  Url: 'stringValue',
  User: 'userArnValue',
} as const satisfies Record<FieldType, FieldValueMember>;

/** The members that may hold a value of a type, in any reading: a User is a text in one of them. */
export function listValueMembers(type: FieldType): readonly Exclude<FieldValueMember, 'emptyValue'>[] {
  return type === 'User' ? ['userArnValue', 'stringValue'] : [memberByType[type]];
}

/** The form of a system field's text, where it has one. */
export type SystemFieldForm =
  | 'caseId'
  | 'created'
  | 'changed'
  | 'referenceNumber'
  | 'profileArn'
  | 'queueArn'
  | 'userArn';

/** A system field of every Cases domain. */
export interface SystemField {
  readonly type: FieldType;
  readonly maximum?: number;
  readonly form?: SystemFieldForm;
  readonly options?: readonly string[];
}

/**
 * The system fields (https://docs.aws.amazon.com/connect/latest/adminguide/case-fields.html, documented). Two appear
 * only in the data lake's tables (observed).
 */
export const systemFields = {
  case_id: { type: 'Text', form: 'caseId' },
  reference_number: { type: 'Text', form: 'referenceNumber' },
  title: { type: 'Text' },
  summary: { type: 'Text', maximum: 3000 },
  status: { type: 'SingleSelect', options: ['open', 'closed'] },
  case_reason: { type: 'SingleSelect' },
  customer_id: { type: 'Text', form: 'profileArn' },
  assigned_queue: { type: 'Text', form: 'queueArn' },
  assigned_user: { type: 'Text', form: 'userArn' },
  created_by: { type: 'User' },
  last_updated_user: { type: 'User' },
  created_datetime: { type: 'DateTime', form: 'created' },
  last_updated_datetime: { type: 'DateTime', form: 'changed' },
  last_closed_datetime: { type: 'DateTime' },
  next_sla_breach_datetime: { type: 'DateTime' },
  last_reopened_datetime: { type: 'DateTime' },
} as const satisfies Record<string, SystemField>;

/** The id of a system field. */
export type SystemFieldId = keyof typeof systemFields;

/** All system field ids. */
export const systemFieldIds: readonly SystemFieldId[] = Object.keys(systemFields) as SystemFieldId[];

/** Whether an id names a system field. */
export function isSystemFieldId(id: string): id is SystemFieldId {
  return Object.hasOwn(systemFields, id);
}
