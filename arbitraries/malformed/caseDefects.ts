import { systemFields } from '../../model/facts/fieldTypes.ts';
import { limits } from '../../model/facts/limits.ts';
import { changeValue, removeProperty, replaceValue } from './corrupt.ts';
import type { CorruptEvent, Defect } from './defect.ts';
import {
  listObjectDefects,
  listRequiredInstantDefects,
  listRequiredTextDefects,
  listTextListDefects,
} from './rules.ts';

const CASE = ['detail', 'case'];
const CHANGED = ['detail', 'changedFieldIds'];
const FIELDS = [...CASE, 'fields'];

/** Defects of a case event outside its fields. */
export const caseDefects: readonly Defect[] = [
  removeProperty(...CASE),
  ...listObjectDefects(CASE),
  ...listRequiredTextDefects([...CASE, 'caseId'], limits.identifier),
  replaceValue('that no ARN carries', [...CASE, 'caseId'], 'another-case'),
  ...listRequiredTextDefects([...CASE, 'templateId'], limits.identifier),
  ...listRequiredInstantDefects([...CASE, 'createdDateTime']),
  replaceValue('after the change', [...CASE, 'createdDateTime'], '2101-01-01T00:00:00.000Z'),
  ...listTextListDefects(CHANGED),
  replaceValue('with an id twice', CHANGED, ['status', 'status']),
  replaceValue('with an id too long', CHANGED, ['x'.repeat(limits.identifier + 1)]),
];

/** Defects of a case's fields as a whole, and of fields in every domain. */
export const caseFieldDefects: readonly Defect[] = [
  replaceValue("the API's list", FIELDS, [{ id: 'status', value: { stringValue: 'open' } }]),
  ...listObjectDefects(FIELDS),
  withField('with an empty id', '', { value: { stringValue: 'a' } }),
  withField('with an id too long', 'x'.repeat(limits.identifier + 1), { value: { stringValue: 'a' } }),
  withField('with a value beside a member', 'status', { value: { stringValue: 'open' }, name: 'Status' }),
  withField('with a value without its wrapper', 'status', { stringValue: 'open' }),
  withField('with a bare value', 'status', 'open'),
  withField('with a member of another type', 'status', { value: { doubleValue: 1 } }),
  withField('with a summary too long', 'summary', {
    value: { stringValue: 's'.repeat(systemFields.summary.maximum + 1) },
  }),
  withField('with another case_id', 'case_id', { value: { stringValue: 'another-case' } }),
  changeValue('detail.case.fields more than can be included', FIELDS, (theCase) => {
    for (let index = 0; index <= limits.includedFields; index++)
      put(theCase, `one-too-many-${index}`, { stringValue: 'a' });
  }),
  limitToCreated(
    withField('created at another time', 'created_datetime', { value: { stringValue: '2001-01-01T00:00:00.000Z' } }),
  ),
];

/** Limits a defect to events with `createdDateTime`, because the field is compared with it. */
function limitToCreated(defect: Defect): Defect {
  return { ...defect, fits: (event) => defect.fits(event) && event.detail?.case?.createdDateTime !== undefined };
}

function withField(what: string, id: string, field: unknown): Defect {
  return changeValue(`detail.case.fields ${what}`, FIELDS, ({ fields }) => {
    Object.assign(fields as CorruptEvent, { [id]: field });
  });
}

function put({ fields }: CorruptEvent, id: string, value: unknown): void {
  Object.assign(fields as CorruptEvent, { [id]: { value } });
}
