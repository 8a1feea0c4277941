import * as z from 'zod';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { facts } from '../../../model/facts/facts.ts';
import { chooseSchema } from '../../../model/parse/chooseSchema.ts';
import { listSchemaIssues } from '../../../model/parse/listSchemaIssues.ts';
import { writeAllowed } from '../../../model/schema/allowed.ts';
import { changed } from '../event/changed.ts';

const updated = makeSample('CASE.UPDATED', exampleDomain);

function issuesAt(path: string, value: unknown) {
  const event = changed(updated, path, value);
  return listSchemaIssues(chooseSchema(event), event);
}

describe('listSchemaIssues', () => {
  it('is empty for an event', () => {
    expect(listSchemaIssues(chooseSchema(updated), updated)).toEqual([]);
  });

  it('concern the intended member', () => {
    expect(issuesAt('detail.case.fields.status.value', { stringValue: null })).toEqual([
      {
        path: 'detail.case.fields.status.value.stringValue',
        received: 'null',
        allowed: 'a text of 0 to 4,100 characters',
        fact: facts.textLength,
        verdict: 'wrong',
      },
    ]);
    expect(issuesAt('detail.performedBy.user', { userArn: '' })).toMatchObject([
      { path: 'detail.performedBy.user.userArn', allowed: 'a text of 1 to 500 characters' },
    ]);
  });

  it('are one for a union without an intended branch', () => {
    expect(issuesAt('detail.case.fields.status.value', { stringValue: '', emptyValue: {} })).toMatchObject([
      { path: 'detail.case.fields.status.value', received: 'an object with "stringValue", "emptyValue"' },
    ]);
    expect(issuesAt('detail.performedBy.user', { userARN: 'arn' })).toMatchObject([
      { allowed: 'an object with exactly one of "userArn", "customEntity". Did you mean "userArn"?' },
    ]);
  });

  it('check a field with the id __proto__ like any other', () => {
    const fields = (value: string): unknown => JSON.parse(`{"__proto__":${value}}`);
    expect(issuesAt('detail.case.fields', fields('{"value":{"stringValue":""}}'))).toEqual([]);
    expect(issuesAt('detail.case.fields', fields('{"value":{"stringValue":7}}'))).toMatchObject([
      { path: 'detail.case.fields.__proto__.value.stringValue', received: 'a number' },
    ]);
    expect(issuesAt('detail.case.fields', fields('7'))).toMatchObject([{ path: 'detail.case.fields.__proto__' }]);
  });

  it('never show a long text', () => {
    expect(issuesAt('detail.case.fields.status.value.stringValue', 'secret '.repeat(1000))).toMatchObject([
      { received: 'a text of 7,000 characters' },
    ]);
  });

  it('suggest a word only from the allowed ones', () => {
    expect(issuesAt('detail-type', 'emptyvalue')).toMatchObject([
      { allowed: '"Amazon Connect Cases Change" (in 2022 "Amazon Connect Cases Event")' },
    ]);
    expect(issuesAt('detail.eventType', 'CASE.UPDATE')).toMatchObject([
      { allowed: 'an event type of Cases. Did you mean "CASE.UPDATED"?' },
    ]);
  });

  it('keep the words of a schema that is not ours', () => {
    expect(listSchemaIssues(z.looseObject({ a: z.string('letters, please') }), {})).toEqual([
      { path: 'a', received: 'missing', allowed: 'letters, please', fact: facts.envelope, verdict: 'wrong' },
    ]);
  });

  it('have their own words for every place of every event kind', () => {
    for (const itemType of ['Comment', 'Contact', 'File', 'Sla', 'ConnectCase', 'Custom', 'Survey']) {
      const event = makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType });
      for (const path of placesOf(event)) {
        const broken = changed(event, path, Symbol.for('odd'));
        const issues = listSchemaIssues(chooseSchema(broken), broken);
        // The content of an unknown type is not checked.
        expect([path, issues.length > 0]).toEqual([path, !path.includes('survey')]);
        expect(issues.filter(({ allowed }) => /invalid|expected/i.test(allowed))).toEqual([]);
      }
    }
  });
});

function placesOf(value: object, before = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => [
    `${before}${key}`,
    ...(typeof inner === 'object' && inner !== null ? placesOf(inner, `${before}${key}.`) : []),
  ]);
}

test('of several faults at one place the first counts', () => {
  const allow = (allowed: string) => writeAllowed({ allowed, fact: 'envelope' });
  const schema = z.string().min(5, allow('five characters')).regex(/x/, allow('an x'));
  expect(listSchemaIssues(schema, 'a')).toMatchObject([{ path: '$', allowed: 'five characters' }]);
});
