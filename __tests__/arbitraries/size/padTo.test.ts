import { build } from '../../../arbitraries/generation/build.ts';
import { drawPlan } from '../../../arbitraries/generation/drawPlan.ts';
import { isPlainPlan, makeSamplePlan, setFullVariation, setVariation } from '../../../arbitraries/plan/plan.ts';
import { padTo } from '../../../arbitraries/size/padTo.ts';
import { measureRange } from '../../../arbitraries/size/sizeRange.ts';
import { textKinds } from '../../../arbitraries/values/textPool.ts';
import type { EventKind } from '../../../arbitraries/variations/eventKind.ts';
import { defineDomain } from '../../../model/domain/domain.ts';
import { isPlain } from '../../../model/values/json/countJsonBytes.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';
import { entryBytes } from '../entryBytes.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

test('a size out of reach is an internal error, not an event of another size', () => {
  const [kind] = kindsIn(worlds['a domain of metadata only'] as never) as [EventKind];
  const fill = { bytes: 262_144, isExact: true, textKind: 'ascii', fields: 0 } as const;
  expect(() => padTo(makeSamplePlan(kind), fill)).toThrow(
    'No CASE.CREATED event can have 262144 bytes; please report this.',
  );
});

test('plain variations write characters of one byte only, whatever their parameter', () => {
  let plain = 0;
  for (const kind of everyKind().filter(({ points }) => points.length < 100)) {
    kind.points.forEach(({ id, variations }, point) => {
      for (const [number, variation] of variations.entries()) {
        for (const parameter of variation.plain === true ? [0, 1, 2 ** 31 - 1, number * 7919] : []) {
          const plan = makeSamplePlan(kind);
          if (parameter === 1) setFullVariation(plan, point, number);
          else setVariation(plan, point, number, parameter);
          plain++;
          if (!isPlainPlan(plan) || !isPlain(build(plan).detail))
            throw new Error(`${id}, ${variation.coverageItem} is not plain`);
        }
      }
    });
  }
  expect(plain).toBeGreaterThan(5000);
});

test('a domain whose own ids are not plain still reaches exact sizes', () => {
  const field = { id: 'Rückzahlung "金額" 🙂', type: 'SingleSelect', options: ['größer', 'a"b\\c'] } as const;
  const text = { id: 'Größe', type: 'Text' } as const;
  const domain = defineDomain({
    region: 'us-east-1',
    accountId: '123456789012',
    domainId: 'bücher',
    fields: { field, text },
    includedData: { fields: ['field', 'text', 'title'], relatedItemContent: true },
  }) as never;
  for (const kind of kindsIn(domain).filter((each) => measureRange(each).most > 20_000)) {
    for (let seed = 0; seed < 20; seed++) {
      const plan = drawPlan(kind, 'typical', new SeededRandom(seed), 0);
      const fill = { bytes: 20_000 + seed, isExact: true, textKind: textKinds[seed % 4] as 'ascii', fields: seed };
      expect(entryBytes(build({ ...plan, sizeTarget: fill }))).toBe(20_000 + seed);
    }
  }
});
