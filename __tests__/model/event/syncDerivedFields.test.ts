import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { makeSampleDraft } from '../../../model/event/samples.ts';
import { syncDerivedFields } from '../../../model/event/syncDerivedFields.ts';

const known = { case_id: { value: { stringValue: 'old' } }, created_datetime: { value: { stringValue: 'old' } } };

test('fields that repeat an id or an instant have the value of the event', () => {
  const draft = makeSampleDraft({ type: 'CASE.CREATED' }, exampleDomain, defaultDialect);
  draft.fields = { ...known, title: { value: { stringValue: 'old' } } };
  draft.caseId = 'another';
  draft.createdAt = Date.UTC(2026, 1, 2, 3, 4, 5, 678);
  syncDerivedFields(draft);
  expect(draft.fields).toEqual({
    case_id: { value: { stringValue: 'another' } },
    created_datetime: { value: { stringValue: '2026-02-02T03:04:05.678Z' } },
    title: { value: { stringValue: 'old' } },
  });
});

test('a cleared field is not listed as changed', () => {
  const draft = makeSampleDraft({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect);
  draft.changedFieldIds = ['title', 'status'];
  draft.clearedFieldIds = ['title'];
  syncDerivedFields(draft);
  expect(draft.changedFieldIds).toEqual(['status']);
});

test('an event without fields gets none', () => {
  const draft = makeSampleDraft({ type: 'CASE.DELETED' }, exampleDomain, defaultDialect);
  draft.fields = undefined;
  syncDerivedFields(draft);
  expect(draft.fields).toBeUndefined();
});
