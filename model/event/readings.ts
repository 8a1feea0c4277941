import { documentedSpelling } from '../facts/eventTypes.ts';
import { isSystemFieldId, systemFields } from '../facts/fieldTypes.ts';
import { limits } from '../facts/limits.ts';
import { updatableItemTypes } from '../facts/relatedItemTypes.ts';
import { countFractionDigits } from '../values/time/instants.ts';
import type { CaseDetail, CaseEvent, CasesEvent, RelatedItemDetail, RelatedItemEvent } from './casesEvent.ts';
import type { Dialect } from './dialect.ts';
import { entrySize } from './entrySize.ts';
import { listFieldValues } from './fieldValues.ts';
import { isCaseEvent, parseEventType } from './parseEventType.ts';
import { parseItemType } from './parseItemType.ts';

/**
 * The readings that an event shows. Some events show none: one without related item does not show the spelling of
 * relatedItemType, and RELATED_ITEM.CREATED fits two readings.
 */
export function readingsOf(event: CasesEvent): Partial<Dialect> {
  const readings = isCaseEvent(event) ? readCaseReadings(event) : readRelatedItemReadings(event);
  const shown = { ...readCommonReadings(event), ...readings };
  return Object.fromEntries(Object.entries(shown).filter(([, reading]) => reading !== undefined));
}

type Shown = { readonly [Name in keyof Dialect]?: Dialect[Name] | undefined };

/** The reading that matches an instant's number of fraction digits, or undefined if none does. */
export function readFraction(instant: string): Dialect['fraction'] | undefined {
  return fractions[countFractionDigits(instant)];
}

/** Whether a dialect writes an instant with this many fraction digits. */
export function writesFraction(instant: string, { fraction, fractionZeros }: Dialect): boolean {
  if (fractionZeros === 'written') return readFraction(instant) === fraction;
  const most = Number(Object.keys(fractions).find((digits) => fractions[Number(digits)] === fraction));
  return countFractionDigits(instant) <= most && readZeros(instant) !== 'written';
}

const fractions: Readonly<Record<number, Dialect['fraction']>> = {
  0: 'seconds',
  3: 'milliseconds',
  6: 'microseconds',
  9: 'nanoseconds',
};

/** The reading that an instant's last digits show, or undefined if they fit every reading. */
function readZeros(instant: string): Dialect['fractionZeros'] | undefined {
  if (/\.\d*0Z$/.test(instant)) return 'written';
  return readFraction(instant) === undefined ? 'dropped' : undefined;
}

function readCommonReadings(event: CasesEvent): Shown {
  return {
    detailType: event['detail-type'],
    fraction: readFraction(event.detail.approximateChangeTime),
    fractionZeros: readZeros(event.detail.approximateChangeTime),
    performedBy: event.detail.performedBy === undefined ? 'absent' : 'present',
    entrySize: entrySize(event) > limits.documentedEntrySize ? '1,048,576 bytes' : undefined,
    userField: readUserField(event),
  };
}

function readCaseReadings({ detail }: CaseEvent): Shown {
  const updated = detail.eventType === 'CASE.UPDATED';
  const created = detail.eventType === 'CASE.CREATED';
  const values = Object.values(detail.case.fields ?? {});
  return {
    changedFieldIds: updated ? undefined : readPresence(detail.changedFieldIds),
    changedFieldIdsOnUpdate: updated ? readPresence(detail.changedFieldIds) : undefined,
    changedFieldIdsOnCreation: created && leavesFieldOut(detail) ? 'some fields' : undefined,
    deletedCase: detail.eventType === 'CASE.DELETED' ? readDeletedCase(detail.case) : undefined,
    clearedField: values.some(({ value }) => 'emptyValue' in value) ? 'emptyValue' : undefined,
  };
}

function readRelatedItemReadings({ detail }: RelatedItemEvent): Shown {
  const { relatedItemType, custom } = detail.relatedItem;
  const attributes = detail.changedAttributes ?? [];
  const deleted = parseEventType(detail.eventType) === 'RELATED_ITEM.DELETED';
  return {
    anyChangedAttributes: readPresence(detail.changedAttributes),
    deletedItem: deleted ? readDeletedItem(detail.relatedItem) : undefined,
    relatedItemType: readSpelling(relatedItemType),
    relatedItemEventType: readPrefix(detail.eventType),
    updatedItemTypes: readUpdatedItemTypes(detail.eventType, relatedItemType),
    changedAttributes: (['comment.body', 'comment.commentText'] as const).find((name) => attributes.includes(name)),
    customItemFields: custom === undefined ? undefined : Array.isArray(custom.fields) ? 'list' : 'map',
  };
}

function readPresence(value: unknown): 'present' | 'absent' {
  return value === undefined ? 'absent' : 'present';
}

function readDeletedCase({ templateId }: CaseDetail): Dialect['deletedCase'] {
  return templateId === undefined ? 'caseId only' : 'like an update';
}

function readDeletedItem({ createdDateTime }: RelatedItemDetail): Dialect['deletedItem'] {
  return createdDateTime === undefined ? 'type and ids only' : 'like an update';
}

/** Whether the event lists changes but omits a field with a value. A complete list fits every reading. */
function leavesFieldOut({ changedFieldIds, case: { fields = {} } }: CaseEvent['detail']): boolean {
  return changedFieldIds !== undefined && Object.keys(fields).some((id) => !changedFieldIds.includes(id));
}

function readSpelling(itemType: string): Dialect['relatedItemType'] {
  return itemType === itemType.toLowerCase() ? 'comment' : 'Comment';
}

function readPrefix(spelling: string): Dialect['relatedItemEventType'] | undefined {
  if (spelling === 'RELATED_ITEM.DELETED') return 'RELATED_ITEM';
  const prefixed = spelling.startsWith('CASE.') && spelling !== documentedSpelling['RELATED_ITEM.DELETED'];
  return prefixed ? 'CASE.RELATED_ITEM' : undefined;
}

function readUpdatedItemTypes(spelling: string, itemType: string): Dialect['updatedItemTypes'] | undefined {
  const known = parseItemType(itemType);
  const surprising = known !== undefined && !(updatableItemTypes as readonly string[]).includes(known);
  return surprising && parseEventType(spelling) === 'RELATED_ITEM.UPDATED' ? 'all' : undefined;
}

/** `userArnValue` shows its reading. A text shows one only in a system field of type User. */
function readUserField(event: CasesEvent): Dialect['userField'] | undefined {
  const values = listFieldValues(event);
  if (values.some(({ value }) => 'userArnValue' in value)) return 'userArnValue';
  return values.some(({ id, value }) => 'stringValue' in value && isUserField(id)) ? 'stringValue' : undefined;
}

function isUserField(id: string): boolean {
  return isSystemFieldId(id) && systemFields[id].type === 'User';
}
