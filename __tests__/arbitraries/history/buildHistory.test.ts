import fc from 'fast-check';
import { buildHistory } from '../../../arbitraries/history/buildHistory.ts';
import { commandTypes, type HistoryPlan } from '../../../arbitraries/history/historyPlan.ts';
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
    const actions = plan.commands.map((command) => ({ ...command, delay: 3_600_000 - command.delay }));
    const other = buildHistory({ ...plan, commands: actions }).events;
    expect(other.map((event) => ({ ...event, time: '' }))).toEqual(events.map((event) => ({ ...event, time: '' })));
    expect(other.map(({ time }) => time)).not.toEqual(events.map(({ time }) => time));
  }
});

test('whatever the actions are, they tell a history, of one event each', () => {
  const { plan: first } = drawn[0] as { plan: HistoryPlan };
  const [template] = first.commands as [HistoryPlan['commands'][number]];
  const actions = fc.array(fc.tuple(fc.constantFrom(...commandTypes), fc.nat(3), fc.nat(), fc.nat(9)), {
    minLength: 1,
  });
  const property = fc.property(actions, (list) => {
    const plan: HistoryPlan = {
      ...first,
      commands: list.map(([type, of, number, which], key) => ({
        ...template,
        key,
        deed: type,
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
  const [template] = plan.commands as [HistoryPlan['commands'][number]];
  const told = (...deedsOfOne: (typeof commandTypes)[number][]): string[] =>
    buildHistory({
      ...plan,
      commands: deedsOfOne.map((type, key) => ({ ...template, key, deed: type, of: 0, itemType: 'Contact' })),
    }).events.map(typeOf);
  expect(told('delete')).toEqual(['CASE.CREATED']);
  expect(told('update', 'delete', 'delete')).toEqual(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED']);
  expect(told('update', 'remove', 'remove')).toEqual(['CASE.CREATED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.DELETED']);
  // A contact is not updated in the documented reading.
  expect(told('update', 'add', 'change')).toEqual(['CASE.CREATED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.CREATED']);
  expect(told('update', 'reopen')).toEqual(['CASE.CREATED', 'CASE.UPDATED']);
});
