import { customFields, type Domain, includedFields } from '../../model/domain/domain.ts';
import type { CustomContent, FieldValue, SlaContent } from '../../model/event/casesEvent.ts';
import type { EventParts } from '../../model/event/compose.ts';
import { namesEveryField, saysWhatChanged } from '../../model/event/dialect.ts';
import { isRelatedItemEventType } from '../../model/facts/eventTypes.ts';
import type { FieldType } from '../../model/facts/fieldTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { codePoints } from '../../model/values/text.ts';
import { growingCopy } from '../plan/parts.ts';
import type { AddedIds } from '../values/addedIds.ts';
import { hasOnlyCaseId } from '../variations/dialectPresence.ts';
import { carriesFields, type EventKind } from '../variations/eventKind.ts';
import { longestIds } from '../variations/identityPoints.ts';

/** A text or an identifier of an event that can be made longer. */
export interface PaddingSite {
  readonly holder: Record<string, string>;
  readonly member: string;
  /** Bytes that one unit takes; for texts that depends on the kind, and is 1 here. */
  readonly width: number;
  /** How many units fit: code points of a text, characters of an identifier. */
  readonly room: number;
  /** Where in the pool what is added to a text begins. */
  readonly start: number;
}

/** The value of an added field, whose text is still empty. */
export interface AddedText {
  stringValue: string;
}

/** Fields that can be added: custom fields that the domain may still gain, or more fields of a Custom item. */
export interface ExtraFields {
  readonly most: number;
  /** Bytes of one added field without its text. */
  readonly overhead: number;
  /** Bytes that the first one adds to its overhead: it may bring the map along, and have no comma. */
  readonly opening: number;
  /** Adds empty fields and returns their values. */
  add(count: number, ids: AddedIds): AddedText[];
}

/**
 * The texts that an event has already; `lengthOf` counts their code points. With `all`, addresses and the texts of Custom
 * items are among them: these are long in the largest events only.
 */
export function findTextSites(
  kind: EventKind,
  parts: EventParts,
  lengthOf: typeof codePoints,
  all: boolean,
): PaddingSite[] {
  if (isRelatedItemEventType(kind.type)) return contentTexts(kind, parts, all);
  const { fields } = parts;
  const sites: PaddingSite[] = [];
  if (fields === undefined || !carriesFields(kind)) return sites;
  for (const { id, most, address } of findTextFields(kind.domain)) {
    if (address && !all) continue;
    const field = fields[id];
    // An id may be that of a member of every object, such as `constructor`.
    if (field === undefined || (id in Object.prototype && !Object.hasOwn(fields, id))) continue;
    if (isFree(kind, 'case', 'fields', id)) pushText(sites, field.value, 'stringValue', most, lengthOf);
  }
  return sites;
}

interface TextField {
  readonly id: string;
  readonly most: number;
  /** Its text is an address, as a rule. */
  readonly address: boolean;
}

const textFields = new WeakMap<Domain, readonly TextField[]>();

/** The included fields whose text may be any, and how long that may be. */
function findTextFields(domain: Domain): readonly TextField[] {
  let fields = textFields.get(domain);
  if (fields === undefined) {
    fields = includedFields(domain)
      .filter(({ type, form }) => isLong(type) && form === undefined)
      .map(({ id, type, maximum = limits.fieldText }) => ({ id, most: maximum, address: type === 'Url' }));
    textFields.set(domain, fields);
  }
  return fields;
}

/** Whether the texts of a type of field can be as long as a text can be. */
function isLong(type: FieldType): boolean {
  return type === 'Text' || type === 'Url';
}

/** Whether the story of an event kind, if it has one, leaves what is at a place in `detail` to others. */
function isFree({ baseline }: EventKind, ...segments: string[]): boolean {
  return baseline === undefined || !baseline.overrides('detail', ...segments);
}

function contentTexts(kind: EventKind, { contentKey, content }: EventParts, all: boolean): PaddingSite[] {
  const sites: PaddingSite[] = [];
  if (content === undefined) return sites;
  const push = (owner: object, member: string, most: number, ...segments: string[]): void => {
    if (isFree(kind, 'relatedItem', contentKey, ...segments)) pushText(sites, owner, member, most);
  };
  switch (contentKey) {
    case 'comment':
      push(content, 'body', limits.commentBody, 'body');
      break;
    case 'contact':
      push(content, 'channel', limits.channel, 'channel');
      break;
    case 'sla': {
      const { slaConfiguration } = content as SlaContent;
      const [target] = slaConfiguration.targetFieldValues ?? [];
      push(slaConfiguration, 'name', limits.slaName, 'slaConfiguration', 'name');
      if (target !== undefined) {
        push(target, 'stringValue', limits.fieldText, 'slaConfiguration', 'targetFieldValues');
      }
      break;
    }
    case 'custom': {
      const long = new Set(customFields(kind.domain).flatMap(({ id, type }) => (isLong(type) ? [id] : [])));
      const { fields } = content as { fields: readonly { id: string; value: FieldValue }[] };
      for (const { id, value } of all ? fields : [])
        if (long.has(id)) push(value, 'stringValue', limits.fieldText, 'fields');
      break;
    }
    default:
  }
  return sites;
}

function pushText(
  sites: PaddingSite[],
  owner: object,
  member: string,
  most: number,
  lengthOf: typeof codePoints = codePoints,
): void {
  const holder = owner as Record<string, string>;
  const text = holder[member];
  if (typeof text !== 'string') return;
  sites.push({ holder, member, width: 1, room: Math.max(0, most - lengthOf(text)), start: text.length * 31 });
}

const none: ExtraFields = { most: 0, overhead: 1, opening: 0, add: () => [] };

/** The fields that an event can still take. */
export function findExtraFields(kind: EventKind, parts: EventParts): ExtraFields {
  if (parts.contentKey === 'custom' && isRelatedItemEventType(kind.type) && parts.content !== undefined) {
    if (!isFree(kind, 'relatedItem', 'custom', 'fields')) return none;
    return findExtraItemFields(kind, (parts.content as CustomContent).fields as { id: string; value: FieldValue }[]);
  }
  if (!carriesFields(kind) || !isFree(kind, 'case', 'fields')) return none;
  const count = Object.keys(parts.fields ?? {}).length;
  const taken = Math.max(includedFields(kind.domain).length, count);
  return {
    most: Math.max(0, limits.includedFields - taken),
    overhead: '"":{"value":{"stringValue":""}},'.length + ADDED_ID + (isNamed(kind) ? '"",'.length + ADDED_ID : 0),
    opening: measureOpening(kind, parts, count),
    add: (count, ids) => addFields(parts, count, ids),
  };
}

/** The length of an added field's id. */
const ADDED_ID = 36;

/** Whether a field that is added is also listed among those that changed. */
function isNamed({ type, dialect }: EventKind): boolean {
  return namesEveryField(type, dialect) && saysWhatChanged(type, dialect);
}

function measureOpening({ dialect }: EventKind, { fields, clearedFieldIds }: EventParts, count: number): number {
  // What was cleared is written out: the map is there, and has something in it.
  if (dialect.clearedField === 'emptyValue' && clearedFieldIds.length > 0) return 0;
  if (fields === undefined) return ',"fields":{}'.length - ','.length;
  return count === 0 ? -','.length : 0;
}

function addFields(parts: EventParts, count: number, ids: AddedIds): AddedText[] {
  const values: AddedText[] = [];
  if (count === 0) return values;
  const fields = growingCopy(parts.fields);
  parts.fields = fields;
  for (let index = 0; index < count; index++) {
    const value = { stringValue: '' };
    fields[ids(index)] = { value };
    values.push(value);
  }
  return values;
}

function findExtraItemFields({ dialect }: EventKind, list: { id: string; value: FieldValue }[]): ExtraFields {
  const empty =
    dialect.customItemFields === 'list' ? '{"id":"","value":{"stringValue":""}},' : '"":{"value":{"stringValue":""}},';
  return {
    most: Math.max(0, limits.customItemFields - list.length),
    overhead: empty.length + ADDED_ID,
    opening: 0,
    add: (count, ids) =>
      Array.from({ length: count }, (_, index) => {
        const value = { stringValue: '' };
        list.push({ id: ids(index), value });
        return value;
      }),
  };
}

/** The identifiers that can be longer, those of more than one byte a unit first, the principal last. */
export function findIdentifierSites(kind: EventKind, parts: EventParts): PaddingSite[] {
  const ids = isRelatedItemEventType(kind.type) ? itemIdentifiers(kind, parts) : caseIdentifiers(kind, parts);
  return [...ids, ...performerIdentifiers(kind, parts)]
    .filter(({ segments }) => isFree(kind, ...segments))
    .map(({ holder, most, width = 1, segments }) => identifier(holder, segments.at(-1) as string, most, width));
}

interface Identifier {
  readonly segments: readonly string[];
  /** What holds it under the name of the last step. */
  readonly holder: object;
  readonly most: number;
  /** How often the event says it, where that is more than once. */
  readonly width?: number;
}

function caseIdentifiers(kind: EventKind, parts: EventParts): Identifier[] {
  const repeated = carriesFields(kind) && parts.fields !== undefined && Object.hasOwn(parts.fields, 'case_id');
  const most = longestIds(kind.domain).caseId;
  const caseId = { segments: ['case', 'caseId'], holder: parts, most, width: repeated ? 3 : 2 };
  const templateId = { segments: ['case', 'templateId'], holder: parts, most: limits.identifier };
  return hasOnlyCaseId(kind.type, kind.dialect) ? [caseId] : [caseId, templateId];
}

function itemIdentifiers({ domain }: EventKind, parts: EventParts): Identifier[] {
  const most = longestIds(domain).inItem;
  const { contentKey, content } = parts;
  const member = contentIds[contentKey];
  return [
    { segments: ['relatedItem', 'caseId'], holder: parts, most, width: 2 },
    { segments: ['relatedItem', 'relatedItemId'], holder: parts, most, width: 2 },
    ...(member === undefined || content === undefined
      ? []
      : [{ segments: ['relatedItem', contentKey, member], holder: content, most: limits.identifier }]),
  ];
}

const contentIds: Readonly<Record<string, string>> = { contact: 'contactArn', file: 'fileArn', connectCase: 'caseId' };

function performerIdentifiers({ dialect }: EventKind, parts: EventParts): Identifier[] {
  if (dialect.performedBy === 'absent') return [];
  const { user } = parts;
  const principal = { segments: ['performedBy', 'iamPrincipalArn'], holder: parts, most: limits.identifier };
  return user !== undefined && 'userArn' in user
    ? [{ segments: ['performedBy', 'user', 'userArn'], holder: user, most: limits.identifier }, principal]
    : [principal];
}

function identifier(owner: object, member: string, most: number, width: number): PaddingSite {
  const holder = owner as Record<string, string>;
  return { holder, member, width, room: Math.max(0, most - (holder[member] as string).length), start: 0 };
}
