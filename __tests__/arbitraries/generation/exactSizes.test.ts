import fc, { type Arbitrary } from 'fast-check';
import { build } from '../../../arbitraries/generation/build.ts';
import { caseCreated, caseDeleted, caseUpdated, events, relatedItemCreated } from '../../../arbitraries/index.ts';
import { makeSamplePlan } from '../../../arbitraries/plan/plan.ts';
import { measureRange } from '../../../arbitraries/size/sizeRange.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { listFieldValues } from '../../../model/event/fieldValues.ts';
import { parseCaseEvent } from '../../../model/parse/parseCaseEvent.ts';
import { measureLength } from '../../../model/values/text.ts';
import { entryBytes } from '../entryBytes.ts';
import { kindsIn, otherDialects, worlds } from '../worlds.ts';

const sizes = [262_144, 262_143, 1_048_576];
const ofCases = { caseCreated, caseUpdated, caseDeleted };

function drawn(arbitrary: Arbitrary<CasesEvent>, numRuns: number): CasesEvent[] {
  return fc.sample(arbitrary, { numRuns, seed: 17 });
}

function expectSize(event: CasesEvent, bytes: number): void {
  expect(entryBytes(event)).toBe(bytes);
  expect(entrySize(event)).toBe(bytes);
}

function expectMaximaKept(event: CasesEvent): void {
  const values = listFieldValues(event);
  expect(values.length).toBeLessThanOrEqual(400);
  for (const { id, value } of values) {
    expect(measureLength(id)).toBeLessThanOrEqual(500);
    const most = id === 'summary' ? 3000 : 4100;
    if ('stringValue' in value) expect(measureLength(value.stringValue)).toBeLessThanOrEqual(most);
  }
  const { resources, detail } = event;
  const subject = 'case' in detail ? detail.case : detail.relatedItem;
  const ids = [subject.caseId, ...resources, detail.performedBy?.iamPrincipalArn ?? ''];
  expect(ids.filter((id) => measureLength(id) > 500)).toEqual([]);
}

describe.each(Object.entries(ofCases))('%s', (_, arbitrary) => {
  test.each(sizes)('has exactly %d bytes in every domain that includes fields', (bytes) => {
    const domains = [
      'the example domain',
      'a domain of one number',
      'a domain of 400 fields',
      'a domain of odd field ids',
    ];
    for (const name of domains) {
      for (const event of drawn(arbitrary({ domain: worlds[name] as never, bytes }), 2)) {
        expectSize(event, bytes);
        expectMaximaKept(event);
        parseCaseEvent(event, { domain: worlds[name] as never, dialect: { entrySize: '1,048,576 bytes' } });
      }
    }
  });
});

describe.each(textKinds)('texts of the kind %s', (textKind) => {
  test.each([0, 400])('fill an event to exactly %d added fields and 262,144 bytes', (fields) => {
    for (const kind of kindsIn(worlds['the example domain'] as never).slice(0, 3)) {
      const event = build(makeSamplePlan(kind, { bytes: 262_144, isExact: true, textKind, fields }));
      expectSize(event, 262_144);
      expectMaximaKept(event);
      const count = listFieldValues(event).length;
      if (fields === 400) expect(count).toBe(400);
      else expect(count).toBeLessThan(80);
    }
  });

  test.each([0, 100, 400])('fill a new case that lists all its fields, %d of them added, to its size', (fields) => {
    const readings = { changedFieldIdsOnCreation: 'every field with a value' } as const;
    for (const name of ['the example domain', 'a domain of one number', 'a domain of all system fields']) {
      const [kind] = kindsIn(worlds[name] as never, readings) as [EventKind];
      for (const bytes of [40_000, 40_001, 262_144, 1_048_576]) {
        const event = build(makeSamplePlan(kind, { bytes, isExact: true, textKind, fields }));
        expectSize(event, bytes);
        const named = new Set(event.detail.changedFieldIds);
        expect(listFieldValues(event).filter(({ id }) => !named.has(id))).toEqual([]);
      }
    }
  });

  test.each(otherDialects)('fill an event to every size of a range: %j', (readings) => {
    for (const kind of kindsIn(worlds['the example domain'] as never, readings)) {
      const { least, most } = measureRange(kind);
      for (let bytes = least; bytes <= Math.min(most, least + 30); bytes++) {
        expectSize(build(makeSamplePlan(kind, { bytes, isExact: true, textKind, fields: 0 })), bytes);
      }
    }
  });
});

test('a Custom related item reaches the largest sizes, with up to 50 fields', () => {
  for (const bytes of sizes) {
    for (const event of drawn(relatedItemCreated({ relatedItemType: 'Custom', bytes }), 12)) {
      expectSize(event, bytes);
      expect(listFieldValues(event).length).toBeLessThanOrEqual(50);
      expectMaximaKept(event);
    }
  }
});

test('a comment reaches 15,000 escapes and no more', () => {
  const [comment] = kindsIn(worlds['the example domain'] as never).filter(({ itemType }) => itemType === 'Comment');
  const { most } = measureRange(comment as never);
  const [event] = drawn(relatedItemCreated({ relatedItemType: 'Comment', bytes: most }), 1);
  expect(entryBytes(event as CasesEvent)).toBe(most);
  expect(most).toBeGreaterThan(90_000);
  expect(() => relatedItemCreated({ relatedItemType: 'Comment', bytes: most + 1 })).toThrow(
    `allowed: whole numbers from`,
  );
});

test('a size limits events to the types that can have it', () => {
  const types = (bytes: number): Set<string> =>
    new Set(drawn(events({ bytes }), 200).map(({ detail }) => `${detail.eventType} ${itemOf(detail)}`.trim()));
  expect([...types(500_000)].sort()).toEqual([
    'CASE.CREATED',
    'CASE.DELETED',
    'CASE.RELATED_ITEM.DELETED Custom',
    'CASE.UPDATED',
    'RELATED_ITEM.CREATED Custom',
    'RELATED_ITEM.UPDATED Custom',
  ]);
  expect(types(2000).size).toBeGreaterThan(12);
});

function itemOf(detail: CasesEvent['detail']): string {
  return 'relatedItem' in detail ? detail.relatedItem.relatedItemType : '';
}

test('every class keeps to a largest size, even just above the smallest event', () => {
  for (const max of [900, 1200, 2500, 100_000]) {
    const all = drawn(events({ bytes: { max } }), 120);
    expect(Math.max(...all.map(entryBytes))).toBeLessThanOrEqual(max);
  }
});

test('an exact size stays the same while an event shrinks', () => {
  const seen: number[] = [];
  const property = fc.property(caseUpdated({ bytes: 30_000 }), (event) => {
    seen.push(entryBytes(event));
    return Object.keys(event.detail.case.fields ?? {}).length < 9;
  });
  expect(fc.check(property, { seed: 3 }).failed).toBe(true);
  expect(new Set(seen)).toEqual(new Set([30_000]));
});

describe('events of fresh texts and fields', () => {
  const options = { bytes: 262_144, class: 'typical', customFields: 'fresh', texts: 'fresh' } as const;
  const all = drawn(caseUpdated(options), 12);

  test('have the exact size, and differ from events without it only in texts and ids', () => {
    for (const event of all) expectSize(event, 262_144);
    const pooled = drawn(caseUpdated({ ...options, texts: 'pooled' }), 12);
    expect(all.map(({ id, time }) => [id, time])).toEqual(pooled.map(({ id, time }) => [id, time]));
    expect(all.map((event) => listFieldValues(event).length)).toEqual(
      pooled.map((event) => listFieldValues(event).length),
    );
  });

  test('never share the id of a custom field, or a piece of a text', () => {
    const ids = all.flatMap((event) => listFieldValues(event).map(({ id }) => id)).filter((id) => id.includes('-'));
    expect(new Set(ids).size).toBe(ids.length);
    const pieces = all.flatMap((event) =>
      listFieldValues(event).flatMap(({ value }) =>
        'stringValue' in value ? [value.stringValue.slice(500, 520)] : [],
      ),
    );
    const long = pieces.filter((piece) => piece.length === 20);
    expect(long.length).toBeGreaterThan(50);
    expect(new Set(long).size).toBe(long.length);
  });

  test('keep their texts while they shrink to fewer fields', () => {
    const property = fc.property(caseUpdated(options), (event) => listFieldValues(event).length <= 16);
    const { counterexample, failed } = fc.check(property, { seed: 1 });
    expect(failed).toBe(true);
    expectSize(counterexample?.[0] as CasesEvent, 262_144);
  });
});
