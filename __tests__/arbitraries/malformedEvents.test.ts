import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { CorruptEvent } from '../../arbitraries/malformed/defect.ts';
import { defects } from '../../arbitraries/malformed/defects.ts';
import { malformedEvents } from '../../arbitraries/malformedEvents.ts';
import { exampleDomain } from '../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { resolveDialect } from '../../model/event/dialect.ts';
import { makeSample } from '../../model/event/samples.ts';
import { caseEventTypes, relatedItemEventTypes } from '../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../model/facts/relatedItemTypes.ts';
import { invariants } from '../../model/invariants/invariants.ts';
import type { InvalidCaseEventError } from '../../model/parse/invalidCaseEvent.ts';
import { parseCaseEvent } from '../../model/parse/parseCaseEvent.ts';
import { copyPlainly } from '../../model/values/copyPlainly.ts';

const dialects = [
  {},
  { relatedItemType: 'comment', relatedItemEventType: 'CASE.RELATED_ITEM', customItemFields: 'map' },
  { deletedCase: 'caseId only', performedBy: 'absent', changedFieldIds: 'absent', fraction: 'seconds' },
  { clearedField: 'emptyValue', userField: 'stringValue', fraction: 'nanoseconds', changedAttributes: 'comment.body' },
] as const;

const samples: readonly CasesEvent[] = distinct(
  dialects
    .map(resolveDialect)
    .flatMap((dialect) => [
      ...caseEventTypes.map((type) => makeSample(type, exampleDomain, { dialect })),
      ...relatedItemEventTypes.map((type) => makeSample(type, exampleDomain, { dialect })),
      ...[...relatedItemTypes, unknownItemType].map((itemType) =>
        withEverythingOptional(makeSample('RELATED_ITEM.CREATED', exampleDomain, { dialect, itemType })),
      ),
    ]),
);

function distinct(events: readonly CasesEvent[]): CasesEvent[] {
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()];
}

function withEverythingOptional(event: CasesEvent): CasesEvent {
  const { comment, sla } = (event.detail as unknown as Record<string, Record<string, Record<string, object>>>)
    .relatedItem as Record<string, Record<string, object>>;
  if (comment !== undefined) Object.assign(comment, { contentType: 'Text/Plain' });
  if (sla !== undefined) Object.assign(sla.slaConfiguration as object, { completionTime: '2022-03-16T23:16:57Z' });
  return parseCaseEvent(event);
}

/** The faults of each corrupted sample, for every defect that fits it. */
const verdicts = defects.map(({ name, fits, corrupt }) => {
  const fitting = samples.map((event) => copyPlainly(event) as unknown as CorruptEvent).filter(fits);
  // A megabyte takes its time.
  const events = fitting.slice(0, name.includes('ceiling') ? 2 : fitting.length);
  for (const event of events) corrupt(event);
  return { name, events, paths: events.map((event) => refusal(event).issues.map(({ path }) => place(path))) };
});

function refusal(event: unknown): InvalidCaseEventError {
  try {
    parseCaseEvent(event);
  } catch (error) {
    return error as InvalidCaseEventError;
  }
  throw new Error(`accepted: ${JSON.stringify(event).slice(0, 2000)}`);
}

test.each(verdicts.map((verdict) => [verdict.name, verdict] as const))(
  'parsing refuses an event for %s, with and without the domain, in every reading',
  (_, { events, paths }) => {
    expect(events.length).toBeGreaterThan(0);
    expect(paths.filter((ofEvent) => ofEvent.length === 0)).toEqual([]);
    expect(() => parseCaseEvent(events[0], { domain: exampleDomain })).toThrow(
      /^(This is not a valid event|AWS does not document whether this is an event) of Amazon Connect Cases:/,
    );
  },
);

test('no two defects have the same name', () => {
  expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length);
});

test('every property of every event has a defect that corrupts it', () => {
  const complained = new Set(verdicts.flatMap(({ paths }) => paths.flat()));
  expect([...new Set(samples.flatMap((event) => pathsIn(event)))].filter((path) => !complained.has(path))).toEqual([]);
});

test('every invariant has a defect that breaks it', () => {
  const corrupted = verdicts.flatMap(({ events }) => events) as unknown as CasesEvent[];
  const kept = invariants.filter(({ holds }) => corrupted.every((event) => heldBy(holds, event)));
  expect(kept.map(({ name }) => name)).toEqual([]);
});

/** The violations of an event that the schema accepts; nothing for other events. */
function heldBy(holds: (event: CasesEvent) => boolean, event: CasesEvent): boolean {
  try {
    return holds(event);
  } catch {
    return true;
  }
}

/**
 * The paths of all properties of an event, with `*` for field ids, list elements and the content of an unknown type.
 */
function pathsIn(value: unknown, segments: readonly string[] = []): string[] {
  const own = segments.length === 0 ? [] : [place(segments.join('.'))];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...segments, key]))].filter(
    (path) => !path.includes('survey'),
  );
}

/** A path without the parts that differ from event to event. */
function place(path: string): string {
  return path
    .replace(/\[.*/, '')
    .replace(/(\.fields)\..*/, '$1')
    .replace(/(\.user)\..*/, '$1');
}

test('malformed events shrink to the sample with the same defect', () => {
  const everySample = [
    ...caseEventTypes.map((type) => makeSample(type, exampleDomain)),
    ...[...relatedItemTypes, unknownItemType].flatMap((itemType) =>
      relatedItemEventTypes.map((type) => makeSample(type, exampleDomain, { itemType })),
    ),
  ];
  for (let seed = 1; seed <= 20; seed++) {
    const malformed = malformedEvents({ class: 'typical' });
    const first = fc.sample(malformed, { numRuns: 1, seed })[0];
    const always = fc.property(malformed, () => false);
    const [event] = fc.check(always, { seed, numRuns: 1 }).counterexample as [CorruptEvent];
    expect(place(String(refusal(event).issues[0]?.path))).toBe(place(String(refusal(first).issues[0]?.path)));
    expect(everySample.some((near) => isSampleWithADefect(copyPlainly(near) as unknown as CorruptEvent, event))).toBe(
      true,
    );
  }
});

function isSampleWithADefect(near: CorruptEvent, event: CorruptEvent): boolean {
  return defects.some(({ fits, corrupt }) => {
    if (!fits(near)) return false;
    const copy = copyPlainly(near);
    corrupt(copy);
    return isDeepStrictEqual(copy, event);
  });
}

test('malformed events accept the options of events', () => {
  const options = { class: 'sparse', relatedItemType: 'Contact', bytes: { max: 1000 } } as const;
  const events = fc.sample(malformedEvents(options), { numRuns: 200, seed: 4 }) as CasesEvent[];
  const types = events.map(({ detail }) => (detail as { relatedItem?: { relatedItemType?: string } })?.relatedItem);
  expect(new Set(types.map((item) => item?.relatedItemType).filter((type) => typeof type === 'string'))).toContain(
    'Contact',
  );
  expect(() => malformedEvents({ class: 'sprase' as never })).toThrow('Did you mean "sparse"?');
});

test('malformed events are the same for the same seed', () => {
  const sampled = (): unknown[] => fc.sample(malformedEvents(), { numRuns: 50, seed: 8 });
  expect(sampled()).toEqual(sampled());
});
