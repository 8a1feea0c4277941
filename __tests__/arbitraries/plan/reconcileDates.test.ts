import type { PlannedValues } from '../../../arbitraries/plan/plannedValues.ts';
import { reconcileDates } from '../../../arbitraries/plan/reconcileDates.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CaseFields } from '../../../model/event/casesEvent.ts';
import type { CaseDraft } from '../../../model/event/compose.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { makeSampleDraft } from '../../../model/event/samples.ts';
import { formatInstant } from '../../../model/values/time/formatInstant.ts';

/** Every place has an ordinary value, a moment after the first that is possible. */
const ordinary: PlannedValues = { isOrdinary: () => true, isSample: () => false, numberAt: () => 1 };

const text = (stringValue: string): CaseFields[string] => ({ value: { stringValue } });

/** An update with these fields, and these ids of changed fields. */
function reconcile(fields: CaseFields, changedFieldIds: readonly string[]): CaseDraft & { fields: CaseFields } {
  const sample = makeSampleDraft({ type: 'CASE.UPDATED' }, exampleDomain, defaultDialect) as CaseDraft;
  const draft = { ...sample, fields, changedFieldIds: [...changedFieldIds] };
  reconcileDates(draft, fields, ordinary);
  return draft;
}

test('a change that names the time of closing closes the case, even if the event shows no status', () => {
  const draft = reconcile({ last_closed_datetime: text('') }, ['last_closed_datetime']);
  expect(draft.fields.last_closed_datetime).toEqual(text(formatInstant(draft.changedAt)));
  expect(draft.changedFieldIds).toEqual(['status', 'last_closed_datetime']);
});

test('a change of the status to closed names the time of closing, if the event shows it', () => {
  const fields = { status: text('closed'), last_closed_datetime: text('') };
  const draft = reconcile(fields, ['status']);
  expect(draft.fields.last_closed_datetime).toEqual(text(formatInstant(draft.changedAt)));
  expect(draft.changedFieldIds).toEqual(['last_closed_datetime', 'status']);
  expect(reconcile({ status: text('closed') }, ['status']).changedFieldIds).toEqual(['status']);
});

test('an open case was closed before this change, which does not name that', () => {
  const fields = { status: text('open'), last_closed_datetime: text('') };
  const draft = reconcile(fields, ['last_closed_datetime', 'title']);
  expect(draft.fields.last_closed_datetime).toEqual(text(formatInstant(draft.createdAt + 1)));
  expect(draft.changedFieldIds).toEqual(['title']);
});

test('a change that names the time of reopening reopens the case, unless it is closed', () => {
  const fields = (status: string): CaseFields => ({ status: text(status), last_reopened_datetime: text('') });
  const reopened = reconcile(fields('open'), ['last_reopened_datetime']);
  expect(reopened.fields.last_reopened_datetime).toEqual(text(formatInstant(reopened.changedAt)));
  expect(reopened.changedFieldIds).toEqual(['status', 'last_reopened_datetime']);
  const closed = reconcile(fields('closed'), ['last_reopened_datetime', 'title']);
  expect(closed.fields.last_reopened_datetime).toEqual(text(formatInstant(closed.createdAt + 1)));
  expect(closed.changedFieldIds).toEqual(['title']);
});

test('an update whose only change is taken from it changes something else', () => {
  const fields = { status: text('open'), last_closed_datetime: text('') };
  expect(reconcile(fields, ['last_closed_datetime']).changedFieldIds).toEqual(['assigned_queue']);
  expect(reconcile(fields, ['last_closed_datetime', 'last_updated_datetime']).changedFieldIds).toEqual([
    'assigned_queue',
    'last_updated_datetime',
  ]);
});
