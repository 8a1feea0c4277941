import {
  type Domain,
  type DomainField,
  listCustomFields,
  listIncludedFields,
} from '../../../../model/domain/domain.ts';
import { fieldValueMembers, isSystemFieldId, memberByType } from '../../../../model/facts/fieldTypes.ts';
import { type EventPath, valueAt } from '../../../../model/values/eventPath.ts';
import type { AskingLeaf } from './trap.ts';

const CASE_FIELDS: EventPath = ['detail', 'case', 'fields'];
const ITEM_FIELDS: EventPath = ['detail', 'relatedItem', 'custom', 'fields'];

/** A path into the fields of a case, or into those of a Custom item as a map. */
export interface FieldPlace {
  /** The path of the fields. */
  readonly around: EventPath;
  /** The key of the field, which may have dots. */
  readonly key: string;
  /** The names below it. */
  readonly rest: EventPath;
}

/** The field that a path leads into; undefined for a path outside of fields, or into a list of them. */
export function parseFieldPlace(path: EventPath, domain: Domain): FieldPlace | undefined {
  const around = [CASE_FIELDS, ITEM_FIELDS].find((fields) => fields.every((name, index) => path[index] === name));
  const names = path.slice(around?.length);
  if (around === undefined || names.length === 0 || isWithinList(path)) return undefined;
  const ends = names.map((_, index) => names.length - index);
  const end = ends.find((length) => isKey(names.slice(0, length).join('.'), domain)) ?? findEnd(names);
  return { around, key: names.slice(0, end).join('.'), rest: names.slice(end) };
}

/** Whether a path leads into the list of a Custom item's fields. */
function isWithinList(path: EventPath): boolean {
  return ITEM_FIELDS.every((name, index) => path[index] === name) && ['id', 'value'].includes(path[4] as string);
}

/** Whether a path has a member of `detail` where fields stand, such as `detail.case.fields.changedFieldIds`. */
export function isDetailAmongFields({ path }: AskingLeaf, event: object, domain: Domain): boolean {
  const { around = [], key = '' } = parseFieldPlace(path, domain) ?? {};
  return path.length === around.length + 1 && !isKey(key, domain) && valueAt(event, ['detail', key]) !== undefined;
}

function isKey(key: string, domain: Domain): boolean {
  return isSystemFieldId(key) || listCustomFields(domain).some(({ id, name }) => id === key || name === key);
}

function findEnd(names: EventPath): number {
  const end = names.findIndex((name, index) => index > 0 && ['value', ...fieldValueMembers].includes(name));
  return end < 0 ? names.length : end;
}

/** The fields whose values can be among the fields at a path: those that a case includes, and all in a Custom item. */
export function listFieldsAround(around: EventPath, domain: Domain): readonly DomainField[] {
  return around[1] === 'case' ? listIncludedFields(domain) : listCustomFields(domain);
}

/** The path of a field's value. */
export function formValuePath(
  { id, type }: Pick<DomainField, 'id' | 'type'>,
  around: EventPath = CASE_FIELDS,
): EventPath {
  return [...around, id, 'value', memberByType[type]];
}

/** The fields that a leaf may look into, with the path of what each has there. */
export interface AskedFields {
  readonly fields: readonly DomainField[];
  /** The path of one of the fields. */
  readonly at: EventPath;
  /** The names below it. */
  readonly rest: EventPath;
}

/**
 * The fields that a leaf may look into: one of a case or of a map, or those of a list that a leaf on their ids admits. It
 * is undefined for a leaf elsewhere, and has no field for one that the domain lacks.
 */
export function findAskedFields({ path, beside = [] }: AskingLeaf, domain: Domain): AskedFields | undefined {
  if (isWithinList(path)) {
    const ids = beside.filter((leaf) => leaf.path.join('.') === `${ITEM_FIELDS.join('.')}.id`);
    const fields = listCustomFields(domain).filter(({ id }) =>
      ids.every(({ conditions }) => conditions.some((condition) => condition.admits(id))),
    );
    return { fields, at: ITEM_FIELDS, rest: path.slice(ITEM_FIELDS.length) };
  }
  const place = parseFieldPlace(path, domain);
  if (place === undefined) return undefined;
  const { around, key, rest } = place;
  const fields = listFieldsAround(around, domain).filter(({ id }) => id === key);
  return { fields, at: [...around, key], rest };
}
