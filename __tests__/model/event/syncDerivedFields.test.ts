import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { sampleParts } from '../../../model/event/samples.ts';
import { syncDerivedFields } from '../../../model/event/syncDerivedFields.ts';

const known = { case_id: { value: { stringValue: 'old' } }, created_datetime: { value: { stringValue: 'old' } } };

test('fields that repeat an id or an instant have the value of the event', () => {
  const parts = sampleParts({ type: 'CASE.CREATED' }, exampleDomain, defaultDialect);
  parts.fields = { ...known, title: { value: { stringValue: 'old' } } };
  parts.caseId = 'another';
  parts.createdAt = Date.UTC(2026, 1, 2, 3, 4, 5, 678);
  syncDerivedFields(parts);
  expect(parts.fields).toEqual({
    case_id: { value: { stringValue: 'another' } },
    created_datetime: { value: { stringValue: '2026-02-02T03:04:05.678Z' } },
    title: { value: { stringValue: 'old' } },
  });
});

test('a cleared field is not listed as changed', () => {
  const parts = sampleParts({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect);
  parts.changedFieldIds = ['title', 'status'];
  parts.clearedFieldIds = ['title'];
  syncDerivedFields(parts);
  expect(parts.changedFieldIds).toEqual(['status']);
});

test('an event without fields gets none', () => {
  const parts = sampleParts({ type: 'CASE.DELETED' }, exampleDomain, defaultDialect);
  parts.fields = undefined;
  syncDerivedFields(parts);
  expect(parts.fields).toBeUndefined();
});
