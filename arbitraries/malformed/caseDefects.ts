import { limits } from '../../src/facts/limits.ts';
import type { Defect, Spoilt } from './defect.ts';
import { instead, without } from './spoil.ts';

const FIELDS = ['detail', 'case', 'fields'];

/** What can be wrong in a case event only. */
export const caseDefects: readonly Defect[] = [
  without('detail', 'case'),
  without('detail', 'case', 'caseId'),
  instead('that no ARN carries', ['detail', 'case', 'caseId'], 'another-case'),
  instead('empty', ['detail', 'case', 'caseId'], ''),
  instead('too long', ['detail', 'case', 'templateId'], 't'.repeat(limits.identifier + 1)),
  instead('no instant', ['detail', 'case', 'createdDateTime'], 'soon'),
  instead('a text', ['detail', 'changedFieldIds'], 'status'),
  instead('with an id twice', ['detail', 'changedFieldIds'], ['status', 'status']),
  instead('with a number', ['detail', 'changedFieldIds'], [1]),
  instead("the API's list", FIELDS, [{ id: 'status', value: { stringValue: 'open' } }]),
  instead('null', FIELDS, null),
  value('with two members', { stringValue: 'a', doubleValue: 1 }),
  value('with an unknown member', { dateValue: '2022-03-16' }),
  value('with no member', {}),
  value('with a number as text', { stringValue: 5 }),
  value('with a text as number', { doubleValue: '5' }),
  value('with a text too long', { stringValue: 'x'.repeat(limits.fieldText + 1) }),
  value('null', null),
  {
    name: 'a field without the wrapper of its value',
    spoil: (event) =>
      onFirstField(event, (fields, id) => {
        fields[id] = { stringValue: 'open' } as unknown as Spoilt;
      }),
  },
];

function value(what: string, spoilt: unknown): Defect {
  return {
    name: `a field value ${what}`,
    spoil: (event) =>
      onFirstField(event, (fields, id) => {
        fields[id] = { value: spoilt } as unknown as Spoilt;
      }),
  };
}

function onFirstField(event: Spoilt, change: (fields: Spoilt, id: string) => void): boolean {
  const fields = event.detail?.case?.fields;
  const [id] = Object.keys(fields ?? {});
  if (fields === undefined || id === undefined) return false;
  change(fields, id);
  return true;
}
