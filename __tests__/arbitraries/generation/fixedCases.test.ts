import { build } from '../../../arbitraries/generation/build.ts';
import { type FixedCase, fixedCases, missingBullets } from '../../../arbitraries/generation/fixedCases.ts';
import { ceilingOf } from '../../../arbitraries/generation/options.ts';
import { samplePlan } from '../../../arbitraries/plan/plan.ts';
import { reachAsConfigured, reachOf } from '../../../arbitraries/size/fill.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import { type Bullet, bullets } from '../../../arbitraries/variations/classes.ts';
import type { Shape } from '../../../arbitraries/variations/shape.ts';
import { resolveRead } from '../../../model/event/paths.ts';
import { parseCaseEvent } from '../../../model/parse/parseCaseEvent.ts';
import { otherDialects, shapesIn, worlds } from '../worlds.ts';
import { bulletOracles, type Seen } from './bulletOracles.ts';

const everyBullet: readonly Bullet[] = Object.values(bullets).flat();

const shapes: readonly (readonly [string, Shape])[] = [
  ...Object.entries(worlds).flatMap(([name, domain]) =>
    shapesIn(domain)
      .filter(({ type, itemType }) => !name.includes('400') || type === 'CASE.UPDATED' || itemType === 'Custom')
      .map((shape) => [name, shape] as const),
  ),
  ...otherDialects.flatMap((readings) =>
    shapesIn(worlds['the example domain'] as never, readings).map(
      (shape) => [`${Object.keys(readings)}`, shape] as const,
    ),
  ),
];

function titleOf([world, { type, itemType }]: readonly [string, Shape]): string {
  return `${type} ${itemType} of ${world}`;
}

function seen(shape: Shape, event: unknown): Seen {
  const { domain, dialect } = shape;
  const sample = build(samplePlan(shape));
  const ceiling = Math.min(ceilingOf(dialect), reachOf(shape).most);
  const largest = Object.fromEntries(
    textKinds.map((kind) => [kind, Math.min(ceilingOf(dialect), reachAsConfigured(samplePlan(shape), kind).most)]),
  );
  return { event, sample, domain, ceiling, largest } as unknown as Seen;
}

describe.each(shapes.map((named) => [titleOf(named), named[1]] as const))('fixed cases of %s', (_, shape) => {
  const cases = fixedCases(shape, [], ceilingOf(shape.dialect));
  const events = cases.map(({ plan }) => seen(shape, build(plan)));
  const shownBy = (bullet: Bullet): boolean => events.some((event) => bulletOracles[bullet](event));

  test('are valid, and each shows the bullet that it names', () => {
    const mute = cases.filter(({ bullet }, index) => !bulletOracles[bullet](events[index] as Seen));
    expect(mute.map(({ bullet }) => bullet)).toEqual([]);
    for (const { event } of events) parseCaseEvent(event, { domain: shape.domain, dialect: shape.dialect });
  });

  test('have every bullet that is possible, and those that are missing are shown by none', () => {
    const missing = missingBullets(cases);
    expect(missing.filter((bullet) => shownBy(bullet))).toEqual([]);
    expect([...missing, ...new Set(cases.map(({ bullet }) => bullet))].sort()).toEqual([...everyBullet].sort());
  });
});

test('what is read meets every edge value of its type; what is not read meets each bullet once', () => {
  const [shape] = shapesIn(worlds['the example domain'] as never) as [Shape];
  const { steps } = resolveRead('a path', 'case.fields.refundAmount', { eventType: shape.type, domain: shape.domain });
  const numbers = (cases: readonly FixedCase[]): number =>
    cases.filter(({ bullet }) => /number$|^zero$/.test(bullet)).length;
  expect(numbers(fixedCases(shape, [], 262_144))).toBe(5);
  expect(numbers(fixedCases(shape, [steps], 262_144))).toBe(11);
});

test('a handler of one field meets its absence and its clearing', () => {
  const [shape] = shapesIn(worlds['the example domain'] as never) as [Shape];
  const { steps } = resolveRead('a path', 'case.fields.dueDate', { eventType: shape.type, domain: shape.domain });
  const id = steps.at(-1) as string;
  const without = fixedCases(shape, [steps], 262_144)
    .filter(({ plan }) => !JSON.stringify(build(plan).detail).includes(`"${id}":{`))
    .map(({ bullet }) => bullet);
  expect(new Set(without)).toEqual(
    new Set(['a field absent', 'a cleared field', 'fields absent', 'fields empty', 'everything optional absent']),
  );
});
