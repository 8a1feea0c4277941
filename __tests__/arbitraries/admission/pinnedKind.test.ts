import { getPins, pinKind, unpinKind, writePins } from '../../../arbitraries/admission/pinnedKind.ts';
import { build } from '../../../arbitraries/generation/build.ts';
import { makeSamplePlan } from '../../../arbitraries/plan/plan.ts';
import { type EventKind, resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { valueAt } from '../../../model/values/eventPath.ts';

const updated = resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain as never, defaultDialect);

test('the samples of a pinned kind have the value, and the kind remembers where it comes from', () => {
  const pinned = pinKind(updated, { 'case.caseId': 'a-case' }) as EventKind;
  expect(build(makeSamplePlan(pinned)).detail).toMatchObject({ case: { caseId: 'a-case' } });
  expect(getPins(pinned)).toEqual({ 'case.caseId': 'a-case' });
  expect([unpinKind(pinned), unpinKind(updated)]).toEqual([updated, updated]);
});

test('the same pins give the same kind, in any order, and pins add up', () => {
  const caseId = { 'case.caseId': 'a-case' };
  const both = pinKind(updated, { ...caseId, 'case.templateId': 'a-template' });
  expect(both).toBeDefined();
  expect(pinKind(updated, { 'case.templateId': 'a-template', ...caseId })).toBe(both);
  expect(pinKind(pinKind(updated, caseId) as EventKind, { 'case.templateId': 'a-template' })).toBe(both);
});

test.each([
  [['performedBy', 'user'], 'performedBy.user'],
  [['case', 'fields'], 'case.fields'],
])('null at %j is refused, and absence is still possible there', (segments, path) => {
  expect(pinKind(updated, { [path]: null })).toBeUndefined();
  const absent = pinKind(updated, { [path]: undefined }) as EventKind;
  expect(valueAt(build(makeSamplePlan(absent)).detail, segments)).toBeUndefined();
  expect(pinKind(updated, { [path]: null })).toBeUndefined();
});

test.each([
  ['a place that the kind does not have', { 'relatedItem.comment.body': 'x' }],
  ['a value that no event can have', { 'case.caseId': '' }],
])('%s makes no kind', (_, pins) => {
  expect(pinKind(updated, pins)).toBeUndefined();
});

test('an error that refuses no value passes through', () => {
  const broken = { ...updated, domain: undefined } as unknown as EventKind;
  expect(() => pinKind(broken, { 'case.caseId': 'a-case' })).toThrow('Cannot read properties of undefined');
});

test('absence at two places is not the same', () => {
  const absent = ['performedBy.user', 'case.fields'].map(
    (path) => pinKind(updated, { [path]: undefined }) as EventKind,
  );
  expect(new Set(absent.map((kind) => writePins(getPins(kind)))).size).toBe(2);
});

test('an item type that AWS does not document yet has the paths of all types, and no content', () => {
  const survey = resolveEventKind(
    { type: 'RELATED_ITEM.CREATED', itemType: unknownItemType },
    exampleDomain as never,
    defaultDialect,
  );
  const pinned = pinKind(survey, { 'relatedItem.caseId': 'a-case' }) as EventKind;
  expect(build(makeSamplePlan(pinned)).detail).toMatchObject({
    relatedItem: { relatedItemType: unknownItemType, caseId: 'a-case' },
  });
  expect(pinKind(survey, { 'relatedItem.comment.body': 'x' })).toBeUndefined();
});
