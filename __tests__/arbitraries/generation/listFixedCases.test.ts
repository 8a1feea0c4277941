import { build } from '../../../arbitraries/generation/build.ts';
import { type FixedCase, findMissingCoverage, listFixedCases } from '../../../arbitraries/generation/listFixedCases.ts';
import { resolveCeiling } from '../../../arbitraries/generation/options.ts';
import { makeSamplePlan } from '../../../arbitraries/plan/plan.ts';
import { measureConfiguredRange, measureRange } from '../../../arbitraries/size/sizeRange.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import { type CoverageItem, coverageItems } from '../../../arbitraries/variations/coverageItems.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import { resolveRead } from '../../../model/event/paths.ts';
import { parseCaseEvent } from '../../../model/parse/parseCaseEvent.ts';
import { kindsIn, otherDialects, worlds } from '../worlds.ts';
import { coverageOracles, type Seen } from './coverageOracles.ts';

const everyCoverageItem: readonly CoverageItem[] = Object.values(coverageItems).flatMap(
  (ofClass) => Object.keys(ofClass) as CoverageItem[],
);

const shapes: readonly (readonly [string, EventKind])[] = [
  ...Object.entries(worlds).flatMap(([name, domain]) =>
    kindsIn(domain)
      .filter(({ type, itemType }) => !name.includes('400') || type === 'CASE.UPDATED' || itemType === 'Custom')
      .map((kind) => [name, kind] as const),
  ),
  ...otherDialects.flatMap((readings) =>
    kindsIn(worlds['the example domain'] as never, readings).map((kind) => [`${Object.keys(readings)}`, kind] as const),
  ),
];

function titleOf([world, { type, itemType }]: readonly [string, EventKind]): string {
  return `${type} ${itemType ?? ''} of ${world}`;
}

function seen(kind: EventKind, event: unknown): Seen {
  const { domain, dialect } = kind;
  const sample = build(makeSamplePlan(kind));
  const ceiling = Math.min(resolveCeiling(dialect), measureRange(kind).most);
  const largest = Object.fromEntries(
    textKinds.map((textKind) => [
      textKind,
      Math.min(resolveCeiling(dialect), measureConfiguredRange(makeSamplePlan(kind), textKind).most),
    ]),
  );
  return { event, sample, domain, ceiling, largest } as unknown as Seen;
}

describe.each(shapes.map((named) => [titleOf(named), named[1]] as const))('fixed cases of %s', (_, kind) => {
  const cases = listFixedCases(kind, [], resolveCeiling(kind.dialect));
  const events = cases.map(({ plan }) => seen(kind, build(plan)));
  const shownBy = (coverageItem: CoverageItem): boolean => events.some((event) => coverageOracles[coverageItem](event));

  test('are valid, and each shows the coverage item that it names', () => {
    const mute = cases.filter(({ coverageItem }, index) => !coverageOracles[coverageItem](events[index] as Seen));
    expect(mute.map(({ coverageItem }) => coverageItem)).toEqual([]);
    for (const { event } of events) parseCaseEvent(event, { domain: kind.domain, dialect: kind.dialect });
  });

  test('show every possible coverage item, and no impossible one', () => {
    const missing = findMissingCoverage(cases);
    expect(missing.filter((coverageItem) => shownBy(coverageItem))).toEqual([]);
    expect([...missing, ...new Set(cases.map(({ coverageItem }) => coverageItem))].sort()).toEqual(
      [...everyCoverageItem].sort(),
    );
  });
});

test('try every edge value on a declared read, and each coverage item once elsewhere', () => {
  const [kind] = kindsIn(worlds['the example domain'] as never) as [EventKind];
  const { segments } = resolveRead('a path', 'case.fields.refundAmount', { eventType: kind.type, domain: kind.domain });
  const numbers = (cases: readonly FixedCase[]): number =>
    cases.filter(({ coverageItem }) => /Number$|^zero$/.test(coverageItem)).length;
  expect(numbers(listFixedCases(kind, [], 262_144))).toBe(5);
  expect(numbers(listFixedCases(kind, [segments], 262_144))).toBe(11);
});

test('try a handler of one field with the field absent and cleared', () => {
  const [kind] = kindsIn(worlds['the example domain'] as never) as [EventKind];
  const { segments } = resolveRead('a path', 'case.fields.dueDate', { eventType: kind.type, domain: kind.domain });
  const id = segments.at(-1) as string;
  const without = listFixedCases(kind, [segments], 262_144)
    .filter(({ plan }) => !JSON.stringify(build(plan).detail).includes(`"${id}":{`))
    .map(({ coverageItem }) => coverageItem);
  expect(new Set(without)).toEqual(
    new Set(['absentField', 'clearedField', 'noFields', 'emptyFields', 'nothingOptional']),
  );
});
