import { listIncludedFields } from '../../model/domain/domain.ts';
import type { CustomContent, FieldValue } from '../../model/event/casesEvent.ts';
import type { CaseDraft, EventDraft } from '../../model/event/compose.ts';
import { namesEveryField, saysWhatChanged } from '../../model/event/dialect.ts';
import { limits } from '../../model/facts/limits.ts';
import { copyForGrowth } from '../plan/buildDraft.ts';
import type { AddedIds } from '../values/addedIds.ts';
import { carriesFields, type EventKind, isOverridden } from '../variations/eventKind.ts';

/** The value of an added field: its text is still empty. */
export interface AddedText {
  stringValue: string;
}

/** Fields that can be added: custom fields that the domain may still gain, or more fields of a Custom item. */
export interface ExtraFields {
  readonly most: number;
  /** Bytes of one added field without its text. */
  readonly overhead: number;
  /** Bytes of the first one beside its overhead: it may need the map, and no comma. */
  readonly opening: number;
  /** Adds empty fields and returns their values. */
  add(count: number, ids: AddedIds): AddedText[];
}

const none: ExtraFields = { most: 0, overhead: 1, opening: 0, add: () => [] };

/** The fields that an event can still take. */
export function findExtraFields(kind: EventKind, draft: EventDraft): ExtraFields {
  if (draft.subject === 'relatedItem') {
    if (draft.contentKey !== 'custom' || draft.content === undefined) return none;
    if (isOverridden(kind, 'relatedItem', 'custom', 'fields')) return none;
    return findExtraItemFields(kind, (draft.content as CustomContent).fields as { id: string; value: FieldValue }[]);
  }
  if (!carriesFields(kind) || isOverridden(kind, 'case', 'fields')) return none;
  const count = Object.keys(draft.fields ?? {}).length;
  const taken = Math.max(listIncludedFields(kind.domain).length, count);
  return {
    most: Math.max(0, limits.includedFields - taken),
    overhead: '"":{"value":{"stringValue":""}},'.length + ADDED_ID + (isListed(kind) ? '"",'.length + ADDED_ID : 0),
    opening: measureOpening(kind, draft, count),
    add: (count, ids) => addFields(draft, count, ids),
  };
}

/** The length of an added field's id. */
const ADDED_ID = 36;

/** Whether `changedFieldIds` lists added fields, too. */
function isListed({ type, dialect }: EventKind): boolean {
  return namesEveryField(type, dialect) && saysWhatChanged(type, dialect);
}

function measureOpening({ dialect }: EventKind, { fields, clearedFieldIds }: CaseDraft, count: number): number {
  // Cleared fields are written out: the map is there, and not empty.
  if (dialect.clearedField === 'emptyValue' && clearedFieldIds.length > 0) return 0;
  if (fields === undefined) return ',"fields":{}'.length - ','.length;
  return count === 0 ? -','.length : 0;
}

function addFields(draft: CaseDraft, count: number, ids: AddedIds): AddedText[] {
  const values: AddedText[] = [];
  if (count === 0) return values;
  const fields = copyForGrowth(draft.fields);
  draft.fields = fields;
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
