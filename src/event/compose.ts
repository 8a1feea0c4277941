import type { EventType } from '../facts/eventTypes.ts';
import { isRelatedItemEventType } from '../facts/eventTypes.ts';
import { caseArn, domainArn, relatedItemArn } from './arns.ts';
import type { CaseFields, CasesEvent, CasesUser, FieldValue } from './casesEvent.ts';
import { type Dialect, spellEventType, spellInstant, spellItemType } from './dialect.ts';
import type { Domain } from './domain.ts';

/** Additions of tomorrow: properties that no one has heard of, by the place where they appear. */
export interface Additions {
  envelope?: Record<string, unknown>;
  detail?: Record<string, unknown>;
  subject?: Record<string, unknown>;
  performedBy?: Record<string, unknown>;
}

/** What an event says, before a dialect writes it down. Instants are milliseconds since 1970. */
export interface EventParts {
  readonly type: EventType;
  id: string;
  createdAt: number;
  changedAt: number;
  sentAt: number;
  caseId: string;
  templateId: string;
  user: CasesUser | undefined;
  iamPrincipalArn: string;
  fields: CaseFields | undefined;
  changedFieldIds: string[];
  clearedFieldIds: string[];
  readonly itemType: string;
  readonly contentKey: string;
  relatedItemId: string;
  changedAttributes: string[];
  content: object | undefined;
  additions: Additions;
}

/** Writes an event down in a dialect. The one place that knows the order and the nesting of its properties. */
export function compose(domain: Domain, dialect: Dialect, parts: EventParts): CasesEvent {
  const ofItem = isRelatedItemEventType(parts.type);
  return {
    version: '0',
    id: parts.id,
    'detail-type': dialect.detailType,
    source: 'aws.cases',
    account: domain.accountId,
    time: `${new Date(parts.sentAt).toISOString().slice(0, 19)}Z`,
    region: domain.region,
    resources: [
      domainArn(domain),
      ofItem ? relatedItemArn(domain, parts.caseId, parts.relatedItemId) : caseArn(domain, parts.caseId),
    ],
    detail: ofItem ? relatedItemDetail(dialect, parts) : caseDetail(dialect, parts),
    ...parts.additions.envelope,
  } as CasesEvent;
}

function caseDetail(dialect: Dialect, parts: EventParts): object {
  const updated = parts.type === 'CASE.UPDATED';
  return {
    ...head(dialect, parts),
    ...(updated || dialect.changedFieldIds === 'present'
      ? { changedFieldIds: [...parts.changedFieldIds, ...parts.clearedFieldIds] }
      : {}),
    ...performedBy(dialect, parts),
    case: caseObject(dialect, parts),
    ...parts.additions.detail,
  };
}

function caseObject(dialect: Dialect, parts: EventParts): object {
  if (parts.type === 'CASE.DELETED' && dialect.deletedCase === 'caseId only') {
    return { caseId: parts.caseId, ...parts.additions.subject };
  }
  const fields = fieldsIn(dialect, parts);
  return {
    caseId: parts.caseId,
    templateId: parts.templateId,
    createdDateTime: spellInstant(parts.createdAt, dialect),
    ...(fields === undefined ? {} : { fields }),
    ...parts.additions.subject,
  };
}

function fieldsIn(dialect: Dialect, { fields, clearedFieldIds }: EventParts): CaseFields | undefined {
  if (dialect.clearedField === 'absent' || clearedFieldIds.length === 0) return fields;
  return { ...fields, ...Object.fromEntries(clearedFieldIds.map((id) => [id, { value: { emptyValue: {} } }])) };
}

function relatedItemDetail(dialect: Dialect, parts: EventParts): object {
  return {
    ...head(dialect, parts),
    changedAttributes: parts.changedAttributes.map((name) =>
      name === 'comment.commentText' ? dialect.changedAttributes : name,
    ),
    ...performedBy(dialect, parts),
    relatedItem: {
      relatedItemType: spellItemType(parts.itemType, dialect),
      relatedItemId: parts.relatedItemId,
      caseId: parts.caseId,
      createdDateTime: spellInstant(parts.createdAt, dialect),
      ...(parts.content === undefined ? {} : { [parts.contentKey]: contentIn(dialect, parts) }),
      ...parts.additions.subject,
    },
    ...parts.additions.detail,
  };
}

function contentIn(dialect: Dialect, { contentKey, content }: EventParts): object | undefined {
  if (contentKey !== 'custom' || dialect.customItemFields === 'list') return content;
  const { fields } = content as { fields: { id: string; value: FieldValue }[] };
  return { ...content, fields: Object.fromEntries(fields.map(({ id, value }) => [id, { value }])) };
}

function head(dialect: Dialect, parts: EventParts): object {
  return {
    version: '0',
    eventType: spellEventType(parts.type, dialect),
    approximateChangeTime: spellInstant(parts.changedAt, dialect),
  };
}

function performedBy(dialect: Dialect, { user, iamPrincipalArn, additions }: EventParts): object {
  if (dialect.performedBy === 'absent') return {};
  return { performedBy: { ...(user === undefined ? {} : { user }), iamPrincipalArn, ...additions.performedBy } };
}
