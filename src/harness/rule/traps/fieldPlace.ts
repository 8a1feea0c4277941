import {
  type Domain,
  type DomainField,
  listCustomFields,
  listIncludedFields,
} from '../../../../model/domain/domain.ts';
import { fieldValueMembers, isSystemFieldId, memberByType } from '../../../../model/facts/fieldTypes.ts';
import type { EventPath } from '../../../../model/values/eventPath.ts';

const FIELDS: EventPath = ['detail', 'case', 'fields'];

/** A path into the fields of a case: the key of the field, which may have dots, and the names below it. */
export interface FieldPlace {
  readonly key: string;
  readonly rest: EventPath;
}

/** The field that a path leads into; undefined for a path outside the fields of a case. */
export function parseFieldPlace(path: EventPath, domain: Domain): FieldPlace | undefined {
  const names = path.slice(FIELDS.length);
  if (path.slice(0, FIELDS.length).join('.') !== FIELDS.join('.') || names.length === 0) return undefined;
  const ends = names.map((_, index) => names.length - index);
  const end = ends.find((length) => isKey(names.slice(0, length).join('.'), domain)) ?? findEnd(names);
  return { key: names.slice(0, end).join('.'), rest: names.slice(end) };
}

function isKey(key: string, domain: Domain): boolean {
  return isSystemFieldId(key) || listCustomFields(domain).some(({ id, name }) => id === key || name === key);
}

function findEnd(names: EventPath): number {
  const end = names.findIndex((name, index) => index > 0 && ['value', ...fieldValueMembers].includes(name));
  return end < 0 ? names.length : end;
}

/** The path of a field's value. */
export function formValuePath({ id, type }: Pick<DomainField, 'id' | 'type'>): EventPath {
  return [...FIELDS, id, 'value', memberByType[type]];
}

/** The included field whose value lies at a path. */
export function findFieldAt(path: EventPath, domain: Domain): DomainField | undefined {
  const place = parseFieldPlace(path, domain);
  return listIncludedFields(domain).find(({ id }) => id === place?.key);
}
