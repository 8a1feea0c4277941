import {
  demandValues,
  dropDemands,
  getDemandedValues,
  writeDemandedValues,
} from '../../../arbitraries/admission/demandingKind.ts';
import { build } from '../../../arbitraries/generation/build.ts';
import { makeSamplePlan } from '../../../arbitraries/plan/plan.ts';
import { type EventKind, resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { valueAt } from '../../../model/values/eventPath.ts';

const updated = resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain as never, defaultDialect);

test('the samples of a demanding kind have the value, and the kind remembers where it comes from', () => {
  const demanding = demandValues(updated, { 'case.caseId': 'a-case' }) as EventKind;
  expect(build(makeSamplePlan(demanding)).detail).toMatchObject({ case: { caseId: 'a-case' } });
  expect(getDemandedValues(demanding)).toEqual({ 'case.caseId': 'a-case' });
  expect([dropDemands(demanding), dropDemands(updated)]).toEqual([updated, updated]);
});

test('the same demanded values give the same kind, in any order, and they add up', () => {
  const caseId = { 'case.caseId': 'a-case' };
  const both = demandValues(updated, { ...caseId, 'case.templateId': 'a-template' });
  expect(both).toBeDefined();
  expect(demandValues(updated, { 'case.templateId': 'a-template', ...caseId })).toBe(both);
  expect(demandValues(demandValues(updated, caseId) as EventKind, { 'case.templateId': 'a-template' })).toBe(both);
});

test.each([
  [['performedBy', 'user'], 'performedBy.user'],
  [['case', 'fields'], 'case.fields'],
])('null at %j is refused, and absence is still possible there', (segments, path) => {
  expect(demandValues(updated, { [path]: null })).toBeUndefined();
  const absent = demandValues(updated, { [path]: undefined }) as EventKind;
  expect(valueAt(build(makeSamplePlan(absent)).detail, segments)).toBeUndefined();
  expect(demandValues(updated, { [path]: null })).toBeUndefined();
});

test.each([
  ['a place that the kind does not have', { 'relatedItem.comment.body': 'x' }],
  ['a value that no event can have', { 'case.caseId': '' }],
])('%s makes no kind', (_, values) => {
  expect(demandValues(updated, values)).toBeUndefined();
});

test('an error that refuses no value passes through', () => {
  const broken = { ...updated, domain: undefined } as unknown as EventKind;
  expect(() => demandValues(broken, { 'case.caseId': 'a-case' })).toThrow('Cannot read properties of undefined');
});

test('absence at two places is not the same', () => {
  const absent = ['performedBy.user', 'case.fields'].map(
    (path) => demandValues(updated, { [path]: undefined }) as EventKind,
  );
  expect(new Set(absent.map((kind) => writeDemandedValues(getDemandedValues(kind)))).size).toBe(2);
});

test('an item type that AWS does not document yet has the paths of all types, and no content', () => {
  const survey = resolveEventKind(
    { type: 'RELATED_ITEM.CREATED', itemType: unknownItemType },
    exampleDomain as never,
    defaultDialect,
  );
  const demanding = demandValues(survey, { 'relatedItem.caseId': 'a-case' }) as EventKind;
  expect(build(makeSamplePlan(demanding)).detail).toMatchObject({
    relatedItem: { relatedItemType: unknownItemType, caseId: 'a-case' },
  });
  expect(demandValues(survey, { 'relatedItem.comment.body': 'x' })).toBeUndefined();
});
