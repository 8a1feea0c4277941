import { type Domain, type DomainField, listCustomFields, listIncludedFields } from '../domain/domain.ts';
import type { EventType } from '../facts/eventTypes.ts';
import { getContentKey, type RelatedItemType, unknownContentKey } from '../facts/relatedItemTypes.ts';
import { type ArnPlace, makeConnectArn } from '../values/arns.ts';
import { HOUR } from '../values/time/durations.ts';
import { formatInstant } from '../values/time/formatInstant.ts';
import type { CaseFields, CasesEvent, FieldValue } from './casesEvent.ts';
import { type CaseDraft, compose, type EventDraft, type RelatedItemDraft } from './compose.ts';
import { type Dialect, defaultDialect, getFieldMember, hasItemContent } from './dialect.ts';
import { type CaseKindName, type EventKindName, nameEventKinds, type RelatedItemKindName } from './eventKindName.ts';

/** Ids and instants of the samples. A fixed value replaces each placeholder of AWS's page. */
export const sampleIds = {
  event: '7bf73129-1428-4cd3-a780-95db273d1602',
  case: '689b0bea-aa29-4340-896d-4ca3ce9b6226',
  template: '2b4d3f0e-5a60-4c2b-8d11-5e2f8c1b7a90',
  relatedItem: 'c1a3b6de-6f0a-4f7d-9c55-1d0e7a2f4b38',
  instance: '5f2c8a0d-3b1e-4c6f-9a7b-8e4d2c1f0a96',
  user: 'e0f7b6a5-4d3c-4b2a-9180-7f6e5d4c3b2a',
  contact: '9d8c7b6a-5f4e-4d3c-8b2a-190817263544',
  file: '3c2b1a09-8f7e-4d6c-9b5a-4a3928170615',
  linkedCase: '0a1b2c3d-4e5f-4678-89ab-cdef01234567',
  queue: 'b7a6958c-7d6e-4f50-8132-435465768798',
  profile: 'f00dfeedcafe40d8b2a1c3e5d7f90123',
  changedAt: Date.parse('2022-03-16T23:16:57.893Z'),
  sentAt: Date.parse('2022-03-16T23:43:26Z'),
} as const;

/** The options of a sample. */
export interface SampleOptions {
  /** The related item type of a related-item event, or an unknown one. Case events ignore it. */
  readonly itemType?: string | undefined;
  readonly dialect?: Dialect;
}

/**
 * The sample of an event kind: AWS's example
 * (https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html) with the domain's ids and a
 * fixed value for each included field. Where the page is silent, it follows the API's responses.
 */
export function makeSample(type: EventType, domain: Domain, options: SampleOptions = {}): CasesEvent {
  const { itemType = 'Comment', dialect = defaultDialect } = options;
  const [name] = nameEventKinds(type, [itemType]) as [EventKindName];
  return compose(domain, dialect, makeSampleDraft(name, domain, dialect));
}

/** The contents of the sample, for {@link compose}. */
export function makeSampleDraft(name: CaseKindName, domain: Domain, dialect: Dialect): CaseDraft;
export function makeSampleDraft(name: RelatedItemKindName, domain: Domain, dialect: Dialect): RelatedItemDraft;
export function makeSampleDraft(name: EventKindName, domain: Domain, dialect: Dialect): EventDraft;
export function makeSampleDraft({ type, itemType }: EventKindName, domain: Domain, dialect: Dialect): EventDraft {
  const common = {
    id: sampleIds.event,
    createdAt: sampleIds.changedAt,
    changedAt: sampleIds.changedAt,
    sentAt: sampleIds.sentAt,
    caseId: sampleIds.case,
    user: { userArn: makeSampleUserArn(domain) },
    iamPrincipalArn: `arn:aws:iam::${domain.accountId}:role/CasesAgentRole`,
    additions: {},
  };
  if (itemType === undefined) {
    return {
      subject: 'case',
      type,
      ...common,
      templateId: domain.templates[0] ?? sampleIds.template,
      fields: makeSampleFields(domain, dialect),
      changedFieldIds: ['status', 'last_updated_datetime'],
      clearedFieldIds: [],
    };
  }
  return {
    subject: 'relatedItem',
    type,
    ...common,
    itemType,
    contentKey: getContentKey(itemType),
    relatedItemId: sampleIds.relatedItem,
    changedAttributes: listSampleChangedAttributes(itemType),
    content: hasItemContent(type, domain, dialect) ? makeSampleContent(itemType, domain, dialect) : undefined,
  };
}

function makeSampleFields(domain: Domain, dialect: Dialect): CaseFields | undefined {
  const fields = listIncludedFields(domain);
  if (fields.length === 0) return undefined;
  return Object.fromEntries(fields.map((field) => [field.id, { value: makeSampleValue(field, domain, dialect) }]));
}

/** The sample value of a field, wrapped in the member of its type. */
export function makeSampleValue(field: DomainField, domain: Domain, dialect: Dialect): FieldValue {
  return { [getFieldMember(field.type, dialect)]: makeSampleBareValue(field, domain) } as FieldValue;
}

/** The sample value of a field. */
export function makeSampleBareValue(field: DomainField, domain: Domain): string | number | boolean {
  if (field.form !== undefined) return sampleForms[field.form](domain);
  if (field.id === 'case_reason' || field.id === 'title') return 'Shipment lost';
  switch (field.type) {
    case 'Text':
      return "Customer didn't receive the product";
    case 'Number':
      return 5;
    case 'Boolean':
      return true;
    case 'DateTime':
      return formatInstant(sampleIds.changedAt);
    case 'SingleSelect':
      return field.options?.[0] ?? 'option_1';
    case 'Url':
      return 'https://example.com/orders/1';
    case 'User':
      return makeSampleUserArn(domain);
  }
}

const sampleForms = {
  caseId: () => sampleIds.case,
  created: () => formatInstant(sampleIds.changedAt),
  changed: () => formatInstant(sampleIds.changedAt),
  referenceNumber: () => '3CWPF7R2N',
  profileArn: ({ region, accountId }: ArnPlace) =>
    `arn:aws:profile:${region}:${accountId}:domains/customers/profiles/${sampleIds.profile}`,
  queueArn: (place: ArnPlace) => makeConnectArn(place, sampleIds.instance, `queue/${sampleIds.queue}`),
  userArn: (place: ArnPlace) => makeSampleUserArn(place),
} as const;

function makeSampleUserArn(place: ArnPlace): string {
  return makeConnectArn(place, sampleIds.instance, `user/${sampleIds.user}`);
}

function listSampleChangedAttributes(itemType: string): string[] {
  return [sampleAttributes[itemType as RelatedItemType] ?? `${unknownContentKey}.score`];
}

const sampleAttributes: Record<RelatedItemType, string> = {
  Comment: 'comment.commentText',
  Contact: 'contact.contactArn',
  File: 'file.fileArn',
  Sla: 'sla.slaConfiguration',
  ConnectCase: 'connectCase.caseId',
  Custom: 'custom.fields',
};

function makeSampleContent(itemType: string, domain: Domain, dialect: Dialect): object {
  return (sampleContents[itemType as RelatedItemType] ?? makeUnknownContent)(domain, dialect);
}

function makeUnknownContent(): object {
  return { score: 5 };
}

const sampleContents: Record<RelatedItemType, (domain: Domain, dialect: Dialect) => object> = {
  Comment: () => ({ body: 'Gave a $5 refund to customer to make them happy' }),
  Contact: (domain) => ({
    contactArn: makeConnectArn(domain, sampleIds.instance, `contact/${sampleIds.contact}`),
    channel: 'VOICE',
    connectedToSystemTime: formatInstant(sampleIds.changedAt),
  }),
  File: (domain) => ({ fileArn: makeConnectArn(domain, sampleIds.instance, `file/${sampleIds.file}`) }),
  Sla: () => ({
    slaConfiguration: {
      name: 'First answer',
      type: 'CaseField',
      status: 'Active',
      targetTime: formatInstant(sampleIds.changedAt + HOUR),
      fieldId: 'status',
      targetFieldValues: [{ stringValue: 'closed' }],
    },
  }),
  ConnectCase: () => ({ caseId: sampleIds.linkedCase }),
  Custom: (domain, dialect) => ({
    fields: listCustomItemFields(domain).map((field) => ({
      id: field.id,
      value: makeSampleValue(field, domain, dialect),
    })),
  }),
};

/** The fields of a Custom related item: the domain's first custom fields, or one invented field if it has none. */
export function listCustomItemFields(domain: Domain): readonly DomainField[] {
  const fields = listCustomFields(domain).slice(0, 2);
  return fields.length > 0 ? fields : [unknownItemField];
}

/** A field of a Custom related item that the domain does not define. */
export const unknownItemField: DomainField = { name: 'note', id: sampleIds.contact, type: 'Text' };
