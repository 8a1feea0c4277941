import { CaseState, makeFieldRules } from '../../../arbitraries/history/caseFields.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { worlds } from '../worlds.ts';

const rules = makeFieldRules(exampleDomain, resolveDialect());
const text = (stringValue: string) => ({ stringValue });

describe('the fields of a case', () => {
  test('say whether they change', () => {
    const state = new CaseState(rules);
    expect(state.set('title', text('a'))).toBe(true);
    expect(state.set('title', text('a'))).toBe(false);
    expect(state.set('title', { doubleValue: 1 })).toBe(true);
    expect(state.set('title', undefined)).toBe(true);
    expect(state.set('title', undefined)).toBe(false);
    expect(state.bytes).toBe(0);
  });

  test('are written anew for each event', () => {
    const state = new CaseState(rules);
    state.set('title', text('a'));
    const { title } = state.toFields() as Record<'title', { value: object }>;
    Object.assign(title.value, text('b'));
    expect(state.toFields()).toEqual({ title: { value: text('a') } });
  });

  test('fit into an event, and are 400 at most', () => {
    const state = new CaseState(rules);
    let taken = 0;
    while (taken < 1000 && state.set(`field ${taken}`, text('é'.repeat(2000)))) taken++;
    expect(taken).toBe(Math.floor(rules.room / 4060));
    expect(state.set('field 0', text(''))).toBe(true);
    const many = new CaseState(rules);
    for (let count = 0; count < 400; count++) expect(many.set(`field ${count}`, text(''))).toBe(true);
    expect(many.set('one more', text(''))).toBe(false);
    expect(many.set('field 7', text('another'))).toBe(true);
  });
});

test('fields that people cannot set are not free, and hidden fields are unseen', () => {
  const all = makeFieldRules(worlds['a domain of all system fields'] as never, resolveDialect());
  expect(all.unseen).toEqual([]);
  expect(all.free.map(({ id }) => id)).toEqual([
    'title',
    'summary',
    'case_reason',
    'customer_id',
    'assigned_queue',
    'assigned_user',
  ]);
  const none = makeFieldRules(worlds['a domain of metadata only'] as never, resolveDialect());
  expect(none.free).toEqual([]);
  expect(none.unseen).toContain('title');
});
