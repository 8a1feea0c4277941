import { buildBaselineDraft } from '../../../arbitraries/plan/buildDraft.ts';
import {
  carriesFields,
  isOverridden,
  keepOverrides,
  resolveEventKind,
} from '../../../arbitraries/variations/eventKind.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { everyKind } from '../worlds.ts';

const updated = resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect);

test('the same name, domain and dialect give the same object, and fresh fields another one', () => {
  expect(resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain, resolveDialect({}))).toBe(updated);
  expect(resolveEventKind(updated, exampleDomain, defaultDialect)).toBe(updated);
  expect(resolveEventKind({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect, true)).not.toBe(updated);
});

test('a draft has only the members of its own subject, and only related-item kinds have an item type', () => {
  for (const kind of everyKind()) {
    const ofCase = ['templateId', 'fields', 'changedFieldIds', 'clearedFieldIds'];
    const ofItem = ['itemType', 'contentKey', 'relatedItemId', 'changedAttributes', 'content'];
    const draft = buildBaselineDraft(kind);
    expect(Object.keys(kind).includes('itemType')).toBe(kind.subject === 'relatedItem');
    expect(ofCase.map((member) => member in draft)).toEqual(ofCase.map(() => kind.subject === 'case'));
    expect(ofItem.map((member) => member in draft)).toEqual(ofItem.map(() => kind.subject === 'relatedItem'));
  }
});

test('every point of a kind is in the envelope, in the detail, or in its own subject', () => {
  for (const kind of everyKind()) {
    const other = kind.subject === 'case' ? 'relatedItem' : 'case';
    expect(kind.points.filter(({ segments }) => segments[1] === other)).toEqual([]);
  }
});

test("the ids of a kind's points are unique, because fixtures and shrinking find points by id", () => {
  for (const { points } of everyKind()) expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
});

test('only case events carry fields, if the domain includes any', () => {
  const item = resolveEventKind({ type: 'RELATED_ITEM.CREATED', itemType: 'Custom' }, exampleDomain, defaultDialect);
  const idOnly = resolveDialect({ deletedCase: 'caseId only' });
  const deleted = resolveEventKind({ type: 'CASE.DELETED' }, exampleDomain, idOnly);
  expect([updated, item, deleted].map(carriesFields)).toEqual([true, false, false]);
});

test('a baseline without its values keeps its overrides', () => {
  const apply = jest.fn();
  const baseline = { apply, applyOverrides: () => {}, overrides: (...path: string[]) => path.join() === 'detail,case' };
  const kind = keepOverrides({ ...updated, baseline }, baseline);
  buildBaselineDraft(kind);
  expect(apply).not.toHaveBeenCalled();
  expect([isOverridden(kind, 'case'), isOverridden(kind, 'other'), isOverridden(updated, 'case')]).toEqual([
    true,
    false,
    false,
  ]);
});
