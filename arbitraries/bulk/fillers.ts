import type {
  CommentContent,
  ContactContent,
  CustomContent,
  FieldValue,
  SlaContent,
} from '../../src/event/casesEvent.ts';
import type { EventParts } from '../../src/event/compose.ts';
import { includedFields } from '../../src/event/domain.ts';
import { codePoints } from '../../src/event/text.ts';
import { isRelatedItemEventType } from '../../src/facts/eventTypes.ts';
import { limits } from '../../src/facts/limits.ts';
import { hasOnlyCaseId } from '../dialectPresence.ts';
import { longestIds } from '../identitySlots.ts';
import { carriesFields, type Shape } from '../shape.ts';
import { uuid } from './identifiers.ts';
import { longText, type TextKind } from './textPool.ts';

/** Something in an event that can be made longer. */
export interface Filler {
  /** Bytes that one unit takes; for texts that depends on the kind, and is 1 here. */
  readonly width: number;
  /** How many units fit: code points of a text, characters of an identifier. */
  readonly room: number;
  /** Adds units to what is there. */
  fill(units: number, kind: TextKind): void;
}

/** Fields that can be added: custom fields that the domain may still gain, or more fields of a Custom item. */
export interface Extras {
  readonly most: number;
  /** Bytes of one added field without its text. */
  readonly overhead: number;
  /** Bytes that the first one adds to its overhead: it may bring the map along, and have no comma. */
  readonly opening: number;
  /** Adds empty fields and returns their texts. */
  add(count: number): Filler[];
}

/** The texts that an event has already. */
export function textFillers(shape: Shape, parts: EventParts): Filler[] {
  if (isRelatedItemEventType(shape.type)) return contentTexts(parts);
  const { fields } = parts;
  if (fields === undefined || !carriesFields(shape)) return [];
  return includedFields(shape.domain)
    .filter(({ id, type, form }) => type === 'Text' && form === undefined && Object.hasOwn(fields, id))
    .map(({ id, maximum = limits.fieldText }) =>
      textOf((fields[id] as { value: FieldValue }).value, 'stringValue', maximum),
    );
}

function contentTexts({ contentKey, content }: EventParts): Filler[] {
  if (content === undefined) return [];
  switch (contentKey) {
    case 'comment':
      return [textOf(content as CommentContent, 'body', limits.commentBody)];
    case 'contact':
      return [textOf(content as ContactContent, 'channel', limits.channel)];
    case 'sla': {
      const { slaConfiguration } = content as SlaContent;
      const [target] = slaConfiguration.targetFieldValues ?? [];
      return [
        textOf(slaConfiguration, 'name', limits.slaName),
        ...(target === undefined ? [] : [textOf(target, 'stringValue', limits.fieldText)]),
      ];
    }
    default:
      return [];
  }
}

function textOf(holder: object, member: string, most: number): Filler {
  const texts = holder as Record<string, string>;
  const text = texts[member];
  if (typeof text !== 'string') return { width: 1, room: 0, fill: () => {} };
  return {
    width: 1,
    room: Math.max(0, most - codePoints(text)),
    fill: (units, kind) => {
      texts[member] += longText(kind, units, text.length * 31);
    },
  };
}

/** The fields that an event can still take. */
export function extrasOf(shape: Shape, parts: EventParts): Extras {
  if (parts.contentKey === 'custom' && isRelatedItemEventType(shape.type) && parts.content !== undefined) {
    return itemExtras(shape, (parts.content as CustomContent).fields as { id: string; value: FieldValue }[]);
  }
  if (!carriesFields(shape)) return { most: 0, overhead: 1, opening: 0, add: () => [] };
  const taken = Math.max(includedFields(shape.domain).length, Object.keys(parts.fields ?? {}).length);
  return {
    most: Math.max(0, limits.includedFields - taken),
    overhead: '"":{"value":{"stringValue":""}},'.length + 36,
    opening: openingOf(shape, parts),
    add: (count) => addFields(parts, count),
  };
}

function openingOf({ dialect }: Shape, { fields, clearedFieldIds }: EventParts): number {
  // What was cleared is written out: the map is there, and has something in it.
  if (dialect.clearedField === 'emptyValue' && clearedFieldIds.length > 0) return 0;
  if (fields === undefined) return ',"fields":{}'.length - ','.length;
  return Object.keys(fields).length === 0 ? -','.length : 0;
}

function addFields(parts: EventParts, count: number): Filler[] {
  if (count === 0) return [];
  parts.fields ??= {};
  const texts: Filler[] = [];
  for (let index = 0; index < count; index++) {
    const value = { stringValue: '' };
    parts.fields[catalogueId(index)] = { value };
    texts.push(emptyText(value, index));
  }
  return texts;
}

function itemExtras({ dialect }: Shape, list: { id: string; value: FieldValue }[]): Extras {
  const empty =
    dialect.customItemFields === 'list' ? '{"id":"","value":{"stringValue":""}},' : '"":{"value":{"stringValue":""}},';
  return {
    most: Math.max(0, limits.customItemFields - list.length),
    overhead: empty.length + 36,
    opening: 0,
    add: (count) =>
      Array.from({ length: count }, (_, index) => {
        const value = { stringValue: '' };
        list.push({ id: catalogueId(index), value });
        return emptyText(value, index);
      }),
  };
}

function emptyText(value: { stringValue: string }, index: number): Filler {
  return {
    width: 1,
    room: limits.fieldText,
    fill: (units, kind) => {
      value.stringValue =
        value.stringValue === '' ? longText(kind, units, index * 577) : value.stringValue + longText(kind, units);
    },
  };
}

const catalogue: string[] = [];

/** The id of the n-th added field: from a catalogue, because V8 pays dearly for property keys it never saw. */
function catalogueId(index: number): string {
  while (catalogue.length <= index) catalogue.push(uuid(catalogue.length, 8));
  return catalogue[index] as string;
}

/** The identifiers that can be longer, those of more than one byte a unit first, the principal last. */
export function identifierFillers(shape: Shape, parts: EventParts): Filler[] {
  const longest = longestIds(shape.domain);
  const repeated = carriesFields(shape) && parts.fields !== undefined && Object.hasOwn(parts.fields, 'case_id') ? 3 : 2;
  const ids = isRelatedItemEventType(shape.type)
    ? [
        identifier(parts, 'caseId', longest.inItem, 2),
        identifier(parts, 'relatedItemId', longest.inItem, 2),
        ...contentIdentifiers(parts),
      ]
    : [
        identifier(parts, 'caseId', longest.caseId, repeated),
        ...(hasOnlyCaseId(shape.type, shape.dialect) ? [] : [identifier(parts, 'templateId', limits.identifier, 1)]),
      ];
  return [...ids, ...performerIdentifiers(shape, parts)];
}

function performerIdentifiers({ dialect }: Shape, parts: EventParts): Filler[] {
  if (dialect.performedBy === 'absent') return [];
  const { user } = parts;
  return [
    ...(user !== undefined && 'userArn' in user ? [identifier(user, 'userArn', limits.identifier, 1)] : []),
    identifier(parts, 'iamPrincipalArn', limits.identifier, 1),
  ];
}

const contentIds: Readonly<Record<string, string>> = { contact: 'contactArn', file: 'fileArn', connectCase: 'caseId' };

function contentIdentifiers({ contentKey, content }: EventParts): Filler[] {
  const member = contentIds[contentKey];
  return member === undefined || content === undefined ? [] : [identifier(content, member, limits.identifier, 1)];
}

function identifier(holder: object, member: string, most: number, width: number): Filler {
  const ids = holder as Record<string, string>;
  const id = ids[member] as string;
  return {
    width,
    room: Math.max(0, most - id.length),
    fill: (units) => {
      ids[member] = id.padEnd(id.length + units, '0');
    },
  };
}
