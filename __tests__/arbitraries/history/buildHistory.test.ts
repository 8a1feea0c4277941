import fc from 'fast-check';
import { buildHistory } from '../../../arbitraries/history/buildHistory.ts';
import { deeds, type HistoryPlan } from '../../../arbitraries/history/historyPlan.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { drawnHistories } from './drawnHistories.ts';
import { historyLaws, typeOf } from './historyLaws.ts';

const drawn = drawnHistories({}, 60);

test('a plan tells the same events every time, and new ones', () => {
  for (const { plan, events } of drawn) {
    const again = buildHistory(plan);
    expect(again.events).toEqual(events);
    expect(again.plan).toEqual(plan);
    expect(again.events[0]).not.toBe(events[0]);
  }
});

test('events share nothing: whoever gets one may change it', () => {
  for (const { events } of drawn) {
    const seen = new Set<object>();
    for (const event of events) {
      for (const object of objectsIn(event)) {
        if (seen.has(object)) throw new Error(`shared: ${JSON.stringify(object)}`);
        seen.add(object);
      }
    }
  }
});

function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

test('other delays change the times of events and nothing else', () => {
  for (const { plan, events } of drawn) {
    const actions = plan.actions.map((action) => ({ ...action, delay: 3_600_000 - action.delay }));
    const other = buildHistory({ ...plan, actions }).events;
    expect(other.map((event) => ({ ...event, time: '' }))).toEqual(events.map((event) => ({ ...event, time: '' })));
    expect(other.map(({ time }) => time)).not.toEqual(events.map(({ time }) => time));
  }
});

test('whatever the actions are, they tell a history, of one event each', () => {
  const { plan: first } = drawn[0] as { plan: HistoryPlan };
  const [template] = first.actions as [HistoryPlan['actions'][number]];
  const actions = fc.array(fc.tuple(fc.constantFrom(...deeds), fc.nat(3), fc.nat(), fc.nat(9)), { minLength: 1 });
  const property = fc.property(actions, (list) => {
    const plan: HistoryPlan = {
      ...first,
      actions: list.map(([deed, of, number, which], key) => ({
        ...template,
        key,
        deed,
        of,
        number,
        which,
        step: undefined,
      })),
    };
    const { events } = buildHistory(plan);
    expect(events).toHaveLength(list.length);
    const setting = { domain: exampleDomain, dialect: {} };
    expect(Object.values(historyLaws).flatMap((law) => law(events, setting))).toEqual([]);
  });
  fc.assert(property, { numRuns: 150, seed: 1 });
});

test('what cannot happen becomes what can', () => {
  const { plan } = drawn[0] as { plan: HistoryPlan };
  const [template] = plan.actions as [HistoryPlan['actions'][number]];
  const told = (...deedsOfOne: (typeof deeds)[number][]): string[] =>
    buildHistory({
      ...plan,
      actions: deedsOfOne.map((deed, key) => ({ ...template, key, deed, of: 0, itemType: 'Contact' })),
    }).events.map(typeOf);
  expect(told('delete')).toEqual(['CASE.CREATED']);
  expect(told('update', 'delete', 'delete')).toEqual(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED']);
  expect(told('update', 'remove', 'remove')).toEqual(['CASE.CREATED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.DELETED']);
  // A contact is not updated in the documented reading.
  expect(told('update', 'add', 'change')).toEqual(['CASE.CREATED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.CREATED']);
  expect(told('update', 'reopen')).toEqual(['CASE.CREATED', 'CASE.UPDATED']);
});
