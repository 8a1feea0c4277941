import fc, { type Arbitrary } from 'fast-check';
import { type FixtureOptions, fixture } from '../../../arbitraries/fixture.ts';
import { build } from '../../../arbitraries/generation/build.ts';
import { listFixedCases } from '../../../arbitraries/generation/listFixedCases.ts';
import { caseHistory, domains, events } from '../../../arbitraries/index.ts';
import { resolveEventKind } from '../../../arbitraries/variations/eventKind.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { type EventKindName, nameEventKinds } from '../../../model/event/eventKindName.ts';
import { caseEventTypes, type EventType, eventTypes, relatedItemEventTypes } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, slaStatuses } from '../../../model/facts/relatedItemTypes.ts';
import { contradictionsOf } from '../contradictions.ts';
import { otherDialects, worlds } from '../worlds.ts';

const allSystemFields = worlds['a domain of all system fields'] as Domain;
const anyDomain = fc.oneof(fc.constant(allSystemFields), domains());
const anyDialect = fc.constantFrom({}, ...otherDialects);

/** What is wrong with some events, without repetition. */
function wrongWith(all: readonly object[]): string[] {
  return [...new Set(all.flatMap((event) => contradictionsOf(event)))];
}

/** All event kinds: case events, and those of each related item type. */
const kinds: readonly (readonly [EventType, FixtureOptions['relatedItemType']])[] = [
  ...caseEventTypes.map((type) => [type, undefined] as const),
  ...relatedItemEventTypes.flatMap((type) => relatedItemTypes.map((itemType) => [type, itemType] as const)),
];

describe('events never contradict themselves', () => {
  test('if they are typical, of every type', () => {
    const property = fc.property(anyDomain, anyDialect, fc.integer(), (domain, dialect, seed) => {
      const typical = fc.sample(events({ domain, dialect, class: 'typical' }), { numRuns: 60, seed });
      expect(wrongWith(typical)).toEqual([]);
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('if they are typical and shrink', () => {
    const arbitrary = events({ domain: allSystemFields, class: 'typical' });
    fc.assert(
      fc.property(shrunk(arbitrary), (smaller) => {
        expect(wrongWith(smaller).filter((what) => what !== SAMPLE)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each(kinds)('in the typical fixed cases of %s %s', (type, itemType) => {
    const [name] = nameEventKinds(type, [itemType ?? 'Comment']) as [EventKindName];
    const kind = resolveEventKind(name, allSystemFields, resolveDialect({ updatedItemTypes: 'all' }));
    const typical = listFixedCases(kind, [[]], 0).filter((one) => one.class === 'typical');
    expect(typical.length).toBeGreaterThan(1);
    expect(wrongWith(typical.map(({ plan }) => build(plan))).filter((what) => what !== SAMPLE)).toEqual([]);
  });

  test.each(kinds)('in fixtures of %s %s', (type, relatedItemType) => {
    const property = fc.property(anyDomain, anyDialect, fc.maxSafeNat(), (domain, dialect, seed) => {
      const options = { domain, dialect, seed };
      const event = fixture(type, relatedItemType === undefined ? options : { ...options, relatedItemType });
      expect(contradictionsOf(event)).toEqual([]);
    });
    fc.assert(property, { numRuns: 100 });
  });

  test('in the history of a case', () => {
    const property = fc.property(anyDomain, anyDialect, fc.integer(), (domain, dialect, seed) => {
      const [history = []] = fc.sample(caseHistory({ domain, dialect, minLength: 10 }), { numRuns: 1, seed });
      expect(wrongWith(history)).toEqual([]);
    });
    fc.assert(property, { numRuns: 150 });
  });
});

/** The documented sample shows every date, even for a case just created, and so do events close to it. */
const SAMPLE = 'reopened when it was created';

/** The first candidates of several shrinks in a row. */
function shrunk<Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value[]> {
  return fc.integer().map((seed) => {
    const found: Value[] = [];
    let rounds = 0;
    fc.check(
      fc.property(arbitrary, (value) => {
        found.push(value);
        return ++rounds % 3 === 0;
      }),
      { seed, numRuns: 40, endOnFailure: false },
    );
    return found;
  });
}

describe('typical events show', () => {
  const sampled = (type: EventType): ReturnType<typeof JSON.parse>[] =>
    fc
      .sample(events({ domain: allSystemFields, class: 'typical' }), { numRuns: 3000, seed: 1 })
      .filter(({ detail }) => detail.eventType === type);

  test('a case that is closed or reopened, now and before', () => {
    const seen = new Set<string>();
    for (const { detail } of sampled('CASE.UPDATED')) {
      const { fields } = detail.case;
      for (const id of ['last_closed_datetime', 'last_reopened_datetime']) {
        const named = detail.changedFieldIds.includes(id) ? 'now' : 'before';
        seen.add(`${fields.status.value.stringValue}: ${id} ${named}`);
      }
    }
    expect([...seen].sort()).toEqual([
      'closed: last_closed_datetime before',
      'closed: last_closed_datetime now',
      'closed: last_reopened_datetime before',
      'open: last_closed_datetime before',
      'open: last_reopened_datetime before',
      'open: last_reopened_datetime now',
    ]);
  });

  test('every status of an SLA, and at its creation only those that are possible then', () => {
    const statusesOf = (type: EventType): string[] =>
      [...new Set(sampled(type).flatMap(({ detail }) => detail.relatedItem.sla?.slaConfiguration.status ?? []))].sort();
    expect(statusesOf('CASE.RELATED_ITEM.DELETED' as EventType)).toEqual([...slaStatuses].sort());
    expect(statusesOf('RELATED_ITEM.CREATED')).toEqual(['Active', 'Met']);
  });

  test('the user who created the case and the one who changed it last', () => {
    const users = (type: EventType): number =>
      sampled(type).filter(({ detail }) => detail.case.fields.last_updated_user !== undefined).length;
    expect(eventTypes.slice(0, 3).map((type) => users(type) > 30)).toEqual([true, true, true]);
  });
});
