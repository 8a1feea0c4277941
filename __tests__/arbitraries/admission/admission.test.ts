import type { EventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { defaultDialect } from '../../../model/event/dialect.ts';
import { eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { compileRule, type Rule } from '../../../model/rule/rule.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { draw } from '../../../src/harness/run/draw.ts';
import { rules } from './rules.ts';

const compiled = Object.entries(rules).map(([name, pattern]) => [name, compileRule('rule', pattern)] as const);
const itemTypes = [...relatedItemTypes, unknownItemType];
const reads = [{ segments: ['detail'] }];

function spaces(rule?: Rule): readonly EventSpace[] {
  return eventTypes.map((eventType) =>
    contractSpace(
      {
        eventType,
        itemTypes: isRelatedItemEventType(eventType) ? itemTypes : [],
        domain: exampleDomain,
        ...(rule && { rule }),
      },
      defaultDialect,
    ),
  );
}

function drawn(space: EventSpace, runs: number): readonly PlannedEvent[] {
  return space.isEmpty ? [] : draw(() => space.arbitrary(), { seed: 7, runs });
}

/** Fixed cases with every variation of every place, and random events, of all types. */
const everything = spaces().map((space) => [...space.schedule(reads).plannedEvents, ...drawn(space, 200)]);

test.each(compiled)('%s: every event of the space is delivered, with ids of its own too', (_, rule) => {
  for (const space of spaces(rule)) {
    const planned = [...space.schedule([]).plannedEvents, ...drawn(space, 40)];
    const identified = planned.map((one, number) => one.withIdentity({ number: 77 * number + 1, run: 3 }));
    const refused = [...planned, ...identified].filter((one) => !rule.matches(one.event()));
    expect(refused.map((one) => rule.explain(one.event())[0])).toEqual([]);
  }
});

test.each(compiled)('%s: every coverage item with an event that is delivered is tried', (_, rule) => {
  for (const [index, space] of spaces(rule).entries()) {
    const delivered = (everything[index] as readonly PlannedEvent[]).filter((one) => rule.matches(one.event()));
    const possible = new Set(delivered.map(({ coverageItem }) => coverageItem));
    const tried = new Set(space.schedule([]).plannedEvents.map(({ coverageItem }) => coverageItem));
    expect([...possible].filter((item) => item !== undefined && !tried.has(item))).toEqual([]);
    expect(delivered.length > 0 && space.isEmpty).toBe(false);
  }
});

test.each(compiled)('%s: a shrinking event stays delivered, and comes closer to the sample', (_, rule) => {
  for (const space of spaces(rule)) {
    for (const planned of drawn(space, 4)) {
      let [current, steps] = [planned, 0];
      for (let next: PlannedEvent | undefined = planned; next !== undefined && steps < 500; steps++) {
        expect(rule.matches(next.event())).toBe(true);
        current = next;
        [next] = current.shrinks();
      }
      expect(steps).toBeLessThan(500);
      expect(current.distance).toBeLessThanOrEqual(planned.distance);
    }
  }
});

test('a rule that demands a value finds events of every event type that can have it', () => {
  const counts = new Map(compiled.map(([name, rule]) => [name, spaces(rule).filter(({ isEmpty }) => !isEmpty).length]));
  const named = (count: number): string[] => [...counts].filter(([, one]) => one === count).map(([name]) => name);
  expect(named(0)).toEqual([]);
  expect(named(1)).toEqual(['dotted keys']);
  expect(named(2)).toEqual(['some event types']);
  expect(named(4)).toEqual(['a prefix of the event type']);
  expect(named(6)).toEqual([
    'source alone',
    'source and detail-type',
    'a field without a value',
    'one of two fields',
    'a user',
    'a user by another system',
    'no user',
    'a role',
    'any role but one',
    'an ARN',
  ]);
  expect(named(3)).toHaveLength(counts.size - 13);
});

test.each<[string, readonly unknown[], number]>([
  ['above a bound', [{ numeric: ['>', 100] }], 101],
  ['at a bound', [{ numeric: ['>=', 100] }], 100],
  ['below a bound', [{ numeric: ['<', -100] }], -101],
  ['in a range', [{ numeric: ['>', 7.25, '<', 7.5] }], 7.375],
  ['of several ranges', [{ numeric: ['>', 1e6] }, { numeric: ['>', 100] }], 101],
  ['of a list', [1e9, 70, -4000], 70],
])('a number %s is the one closest to the sample, in the sample and in nearly all fixed cases', (_, leaf, number) => {
  const { id } = exampleDomain.fields.refundAmount;
  const rule = compileRule('rule', { detail: { case: { fields: { [id]: { value: { doubleValue: leaf } } } } } });
  const space = contractSpace(
    { eventType: 'CASE.UPDATED', itemTypes: [], domain: exampleDomain, rule },
    defaultDialect,
  );
  const read = (planned: PlannedEvent): unknown =>
    valueAt(planned.event(), ['detail', 'case', 'fields', id, 'value', 'doubleValue']);
  expect(read(space.sample())).toBe(number);
  const fixed = space.schedule([]).plannedEvents.map((planned) => read(planned));
  expect(fixed.filter((value) => value !== number).length).toBeLessThan(fixed.length / 4);
});
