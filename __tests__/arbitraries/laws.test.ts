import fc, { type Arbitrary } from 'fast-check';
import { build } from '../../arbitraries/generation/build.ts';
import type { EventArbitrary } from '../../arbitraries/generation/eventArbitrary.ts';
import type { EventOptions } from '../../arbitraries/generation/options.ts';
import * as arbitraries from '../../arbitraries/index.ts';
import { makeSamplePlan, type Plan } from '../../arbitraries/plan/plan.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import type { Dialect } from '../../model/event/dialect.ts';
import { entrySize } from '../../model/event/entrySize.ts';
import { type OpenQuestionName, openQuestions } from '../../model/facts/openQuestions.ts';
import { relatedItemTypes } from '../../model/facts/relatedItemTypes.ts';
import { parseCaseEvent } from '../../model/parse/parseCaseEvent.ts';
import { listDifferences } from '../../model/values/differences.ts';

type Named = readonly [name: string, arbitrary: Arbitrary<CasesEvent>, options: EventOptions];

const classes = ['sample', 'typical', 'sparse', 'edge', 'open', 'limit'] as const;
const ofCases = ['caseCreated', 'caseUpdated', 'caseDeleted'] as const;
const ofItems = ['relatedItemCreated', 'relatedItemUpdated', 'relatedItemDeleted'] as const;

const byName = { ...arbitraries };

function named(name: (typeof ofCases | typeof ofItems)[number] | 'events', options: EventOptions): Named {
  const make = byName[name] as (options: EventOptions) => Arbitrary<CasesEvent>;
  return [`${name}(${JSON.stringify(options)})`, make(options), options];
}

const everyKind: readonly Named[] = [
  named('events', {}),
  named('events', { customFields: 'fresh' }),
  named('events', { bytes: 5000 }),
  named('events', { bytes: 6000, customFields: 'fresh', texts: 'fresh' }),
  named('caseUpdated', { class: 'limit', texts: 'fresh' }),
  named('events', { bytes: { max: 1500 } }),
  ...classes.flatMap((eventClass) => ofCases.map((name) => named(name, { class: eventClass }))),
  ...ofItems.flatMap((name) => relatedItemTypes.map((relatedItemType) => named(name, { relatedItemType }))),
  ...classes.flatMap((eventClass) => ofItems.map((name) => named(name, { class: eventClass }))),
  ...otherReadings().map((dialect) => named('events', { dialect })),
];

function otherReadings(): NonNullable<EventOptions['dialect']>[] {
  return (Object.keys(openQuestions) as OpenQuestionName[]).flatMap((name) =>
    Object.keys(openQuestions[name].readings)
      .filter((reading) => reading !== openQuestions[name].default)
      .map((reading) => ({ [name]: reading })),
  );
}

function sampled(arbitrary: Arbitrary<CasesEvent>, numRuns: number = 20, seed: number = 7): CasesEvent[] {
  return fc.sample(arbitrary, { numRuns, seed });
}

describe.each(everyKind)('%s', (_, arbitrary, options) => {
  const { domain = exampleDomain, dialect } = options;

  test('draws the same events for the same seed', () => {
    expect(sampled(arbitrary)).toEqual(sampled(arbitrary));
  });

  test('draws events that the schema and the invariants accept, with and without the domain', () => {
    for (const event of sampled(arbitrary)) {
      parseCaseEvent(event);
      parseCaseEvent(event, { domain, dialect: dialect ?? {} });
    }
  });

  test('draws plain JSON, without undefined, -0 or lone surrogates', () => {
    for (const event of sampled(arbitrary)) {
      const text = JSON.stringify(event);
      expect(JSON.parse(text)).toStrictEqual(event);
      expect(text).not.toMatch(/(?<!\\)\\ud[89a-f]/i);
    }
  });

  test('replays a failing event from its seed and path', () => {
    const property = fc.property(arbitrary, (event) => JSON.stringify(event).length % 3 === 0);
    const { failed, counterexample, counterexamplePath } = fc.check(property, { seed: 5 });
    if (!failed) return expect(options.class).toBe('sample');
    const again = fc.check(property, { seed: 5, path: counterexamplePath as string, endOnFailure: true });
    return expect(again.counterexample).toEqual(counterexample);
  });

  test('shrinks toward the sample through valid, new events, and stops', () => {
    const lengths = [1, 2].map((seed) => {
      const steps = (arbitrary as EventArbitrary).plans;
      const value = steps.generate(randomOf(seed));
      let current = value.value_;
      const pinned = typeof options.bytes === 'number' ? options.bytes : undefined;
      const way = new Set([JSON.stringify(build(current.plan))]);
      for (let round = 0; round < 60; round++) {
        const candidates = [...steps.shrink(current).take(8)];
        const far = distance(current);
        for (const { value_: planned } of candidates) {
          const event = build(planned.plan);
          parseCaseEvent(event, { domain, dialect: dialect ?? {} });
          if (pinned !== undefined) expect(entrySize(event)).toBe(pinned);
          else expect(distance(planned)).toBeLessThanOrEqual(far);
          if (!holdsMoreFieldsThanItMay(planned.plan)) expect(way.has(JSON.stringify(event))).toBe(false);
        }
        const last = candidates.at(-1);
        if (last === undefined) return way.size - 1;
        current = last.value_;
        way.add(JSON.stringify(build(current.plan)));
      }
      throw new Error('60 shrinks did not come to an end');
    });
    expect(Math.max(...lengths) > 0).toBe(options.class !== 'sample');
  });
});

/**
 * A Custom item holds 50 fields: halving a larger number of added fields may repeat an event. Skipping such a shrink
 * would change the paths of replays.
 */
function holdsMoreFieldsThanItMay({ kind, sizeTarget }: Plan): boolean {
  return kind.itemType === 'Custom' && sizeTarget !== undefined && Number(sizeTarget.fields) > 50;
}

function distance({ plan }: { plan: Plan }): number {
  return listDifferences(build(makeSamplePlan(plan.kind)), build(plan)).length;
}

/** fast-check's generator for a seed. */
function randomOf(seed: number): fc.Random {
  let random: fc.Random | undefined;
  class Spy extends fc.Arbitrary<number> {
    generate(given: fc.Random): fc.Value<number> {
      random = given.clone();
      return new fc.Value(0, undefined);
    }
    canShrinkWithoutContext(_: unknown): _ is number {
      return false;
    }
    shrink(): fc.Stream<fc.Value<number>> {
      return fc.stream<fc.Value<number>>([].values());
    }
  }
  fc.sample(new Spy(), { numRuns: 1, seed });
  return random as unknown as fc.Random;
}

describe('whatever the domain, the dialect, the class and the size', () => {
  const questions = Object.keys(openQuestions) as OpenQuestionName[];
  const dialects = fc
    .tuple(...questions.map((name) => fc.constantFrom(...Object.keys(openQuestions[name].readings))))
    .map((readings) => Object.fromEntries(questions.map((name, index) => [name, readings[index]])) as Partial<Dialect>);
  const sizes = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: 600, max: 4000 }),
    fc.integer({ min: 600, max: 1_048_576 }),
    fc.integer({ min: 700, max: 9000 }).map((max) => ({ max })),
  );
  const cases = fc.record({
    domain: arbitraries.domains(),
    dialect: dialects,
    seed: fc.integer(),
    fresh: fc.boolean(),
    bytes: sizes,
    eventClass: fc.constantFrom(undefined, ...classes),
  });

  test('events are valid and have the requested size, or an error names the possible sizes', () => {
    let checked = 0;
    const property = fc.property(cases, ({ domain, dialect, seed, fresh, bytes, eventClass }) => {
      const customFields = fresh && domain.includedData.fields.length > 0 ? 'fresh' : 'domain';
      const options = { domain, dialect, customFields, bytes, class: eventClass };
      const arbitrary = tried(() => arbitraries.events(definedOf(options)));
      if (typeof arbitrary === 'string') {
        expect(arbitrary).toMatch(/(the entry sizes that these events can have|appears in no class)\.$/);
        return;
      }
      for (const event of sampled(arbitrary, 5, seed)) {
        checked++;
        if (typeof bytes === 'number') expect(entrySize(event)).toBe(bytes);
        if (typeof bytes === 'object') expect(entrySize(event)).toBeLessThanOrEqual(bytes.max);
        parseCaseEvent(event, { domain, dialect: { ...dialect, entrySize: '1,048,576 bytes' } });
      }
    });
    fc.assert(property, { numRuns: 60, seed: 11 });
    expect(checked).toBeGreaterThan(150);
  });
});

/** Options without undefined members; the domain stays the same object. */
function definedOf(options: object): EventOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function tried<Value>(call: () => Value): Value | string {
  try {
    return call();
  } catch (error) {
    return (error as Error).message;
  }
}

test('domains are the same for the same seed, and shrink', () => {
  expect(fc.sample(arbitraries.domains(), { numRuns: 50, seed: 9 })).toEqual(
    fc.sample(arbitraries.domains(), { numRuns: 50, seed: 9 }),
  );
  const { counterexample } = fc.check(
    fc.property(arbitraries.domains(), ({ includedData }) => includedData.fields.length < 2),
    { seed: 9 },
  );
  expect(counterexample?.[0].includedData.fields).toHaveLength(2);
});

test('domains include no fields or many, with and without content, in many Regions', () => {
  const all = fc.sample(arbitraries.domains(), { numRuns: 400, seed: 2 });
  const counts = all.map(({ includedData }) => includedData.fields.length);
  expect([Math.min(...counts), Math.max(...counts) > 300]).toEqual([0, true]);
  expect(Math.max(...counts)).toBeLessThanOrEqual(400);
  expect(new Set(all.map(({ region }) => region)).size).toBeGreaterThan(8);
  expect(new Set(all.map(({ includedData }) => includedData.relatedItemContent)).size).toBe(2);
  expect(new Set(all.flatMap(({ fields }) => Object.values(fields).map(({ type }) => type))).size).toBe(7);
});

test('domains shrink to a plain one that includes only what a failure needs', () => {
  const always = fc.property(arbitraries.domains(), () => false);
  for (const seed of [1, 2, 3]) {
    expect(fc.check(always, { seed }).counterexample?.[0]).toMatchObject({
      region: 'us-east-1',
      accountId: '100000000000',
      fields: {},
      templates: [],
      includedData: { fields: [], relatedItemContent: false },
    });
  }
});
