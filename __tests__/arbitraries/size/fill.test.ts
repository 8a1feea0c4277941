import { build } from '../../../arbitraries/generation/build.ts';
import { drawPlan } from '../../../arbitraries/generation/drawPlan.ts';
import { isPlainPlan, samplePlan, setSlot, setSlotFully } from '../../../arbitraries/plan/plan.ts';
import { fillTo, mostOf, reachOf } from '../../../arbitraries/size/fill.ts';
import { Draws } from '../../../arbitraries/values/draws.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import type { Shape } from '../../../arbitraries/variations/shape.ts';
import { defineDomain } from '../../../model/domain/domain.ts';
import { isPlain } from '../../../model/values/jsonBytes.ts';
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

test('variations that are said to be plain write characters of one byte only, whatever their parameter', () => {
  let plain = 0;
  for (const shape of everyShape.filter(({ slots }) => slots.length < 100)) {
    shape.slots.forEach(({ name, variations }, slot) => {
      for (const [number, variation] of variations.entries()) {
        for (const parameter of variation.plain === true ? [0, 1, 2 ** 31 - 1, number * 7919] : []) {
          const plan = samplePlan(shape);
          if (parameter === 1) setSlotFully(plan, slot, number);
          else setSlot(plan, slot, number, parameter);
          plain++;
          if (!isPlainPlan(plan) || !isPlain(build(plan).detail))
            throw new Error(`${name}, ${variation.bullet} is not plain`);
        }
      }
    });
  }
  expect(plain).toBeGreaterThan(5000);
});

test('a domain whose own ids are not plain has exact sizes all the same', () => {
  const field = { id: 'Rückzahlung "金額" 🙂', type: 'SingleSelect', options: ['größer', 'a"b\\c'] } as const;
  const text = { id: 'Größe', type: 'Text' } as const;
  const domain = defineDomain({
    region: 'us-east-1',
    accountId: '123456789012',
    domainId: 'bücher',
    fields: { field, text },
    includedData: { fields: ['field', 'text', 'title'], relatedItemContent: true },
  }) as never;
  for (const shape of shapesIn(domain).filter((each) => reachOf(each).most > 20_000)) {
    for (let seed = 0; seed < 20; seed++) {
      const plan = drawPlan(shape, 'typical', new Draws(seed), 0);
      const fill = { bytes: 20_000 + seed, pinned: true, kind: textKinds[seed % 4] as 'ascii', fields: seed };
      expect(entryBytes(build({ ...plan, fill }))).toBe(20_000 + seed);
    }
  }
});
