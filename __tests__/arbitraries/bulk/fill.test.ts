import { build } from '../../../arbitraries/bulk/build.ts';
import { fillTo, mostOf, reachOf } from '../../../arbitraries/bulk/fill.ts';
import { samplePlan } from '../../../arbitraries/bulk/plan.ts';
import { textKinds } from '../../../arbitraries/bulk/textPool.ts';
import type { Shape } from '../../../arbitraries/shape.ts';
import { entryBytes } from '../entryBytes.ts';
import { otherDialects, shapesIn, worlds } from '../worlds.ts';

const everyShape: readonly Shape[] = [
  ...Object.values(worlds).flatMap((domain) => shapesIn(domain)),
  ...otherDialects.flatMap((readings) => shapesIn(worlds['the example domain'] as never, readings)),
];

test('the least and the most of every reach are reached, in every kind of text', () => {
  for (const shape of everyShape) {
    const { least, most } = reachOf(shape);
    for (const bytes of [least, Math.min(most, 300_000), most]) {
      expect(entryBytes(build(samplePlan(shape, { bytes, pinned: true, kind: 'ascii', fields: 0 })))).toBe(bytes);
    }
  }
});

test('the most of a kind is reached with texts of that kind', () => {
  for (const shape of shapesIn(worlds['the example domain'] as never)) {
    for (const kind of textKinds) {
      const bytes = Math.min(mostOf(shape, kind), 1_048_576);
      expect(entryBytes(build(samplePlan(shape, { bytes, pinned: true, kind, fields: 0 })))).toBe(bytes);
    }
  }
});

test('a reach is computed once', () => {
  const [shape] = everyShape as [Shape];
  expect(reachOf(shape)).toBe(reachOf(shape));
});

test('a size out of reach is an error of ours, not an event of another size', () => {
  const [shape] = shapesIn(worlds['a domain of metadata only'] as never) as [Shape];
  const fill = { bytes: 262_144, pinned: true, kind: 'ascii', fields: 0 } as const;
  expect(() => fillTo(samplePlan(shape), fill)).toThrow(
    'A CASE.CREATED  event of 262144 bytes is out of reach; please report this.',
  );
});
