import fc from 'fast-check';
import { buildHistory } from '../../../arbitraries/history/buildHistory.ts';
import {
  type Command,
  type CommandType,
  commandTypes,
  type HistoryPlan,
} from '../../../arbitraries/history/historyPlan.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { eventTypes } from '../../../model/facts/eventTypes.ts';
import { drawnHistories } from './drawnHistories.ts';
import { historyLaws, typeOf } from './historyLaws.ts';

const drawn = drawnHistories({}, 60);

test('a plan always gives equal events, in new objects', () => {
  for (const { plan, events } of drawn) {
    const again = buildHistory(plan);
    expect(again.events).toEqual(events);
    expect(again.plan).toEqual(plan);
    expect(again.events[0]).not.toBe(events[0]);
  }
});

test('events share no objects, so changing one leaves the others alone', () => {
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

test('other delays change only the times of events', () => {
  for (const { plan, events } of drawn) {
    const commands = plan.commands.map((command): Command => ({ ...command, delay: 3_600_000 - command.delay }));
    const other = buildHistory({ ...plan, commands }).events;
    expect(other.map((event) => ({ ...event, time: '' }))).toEqual(events.map((event) => ({ ...event, time: '' })));
    expect(other.map(({ time }) => time)).not.toEqual(events.map(({ time }) => time));
  }
});

/** The first drawn command, on which a test builds its own. */
const { plan: drawnPlan } = drawn[0] as { plan: HistoryPlan };
const [template] = drawnPlan.commands as [Command];

test('any commands make a history of one event each', () => {
  const types = new Set<string>();
  const list = fc.array(fc.tuple(fc.constantFrom(...commandTypes), fc.nat(3), fc.nat(), fc.nat(9)), { minLength: 1 });
  const property = fc.property(list, (drawnCommands) => {
    const commands = drawnCommands.map(
      ([type, caseIndex, seed, itemIndex], key): Command => ({
        ...template,
        key,
        type,
        caseIndex,
        seed,
        itemIndex,
        itemType: 'Comment',
        planned: undefined,
      }),
    );
    const { events } = buildHistory({ ...drawnPlan, commands });
    expect(events).toHaveLength(commands.length);
    const setting = { domain: exampleDomain, dialect: {} };
    expect(Object.values(historyLaws).flatMap((law) => law(events, setting))).toEqual([]);
    for (const event of events) types.add(typeOf(event));
  });
  fc.assert(property, { numRuns: 150, seed: 1 });
  expect([...types].sort()).toEqual([...eventTypes].sort());
});

test('an impossible command becomes a possible one', () => {
  const told = (...types: CommandType[]): string[] => {
    const commands = types.map((type, key): Command => ({ ...template, key, type, caseIndex: 0, itemType: 'Contact' }));
    return buildHistory({ ...drawnPlan, commands }).events.map(typeOf);
  };
  expect(told('delete')).toEqual(['CASE.CREATED']);
  expect(told('update', 'delete', 'delete')).toEqual(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED']);
  expect(told('update', 'remove', 'remove')).toEqual(['CASE.CREATED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.DELETED']);
  // In the documented reading a contact has no updates.
  expect(told('update', 'add', 'change')).toEqual(['CASE.CREATED', 'RELATED_ITEM.CREATED', 'RELATED_ITEM.CREATED']);
  expect(told('update', 'reopen')).toEqual(['CASE.CREATED', 'CASE.UPDATED']);
});
