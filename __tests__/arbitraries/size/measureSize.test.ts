import { build } from '../../../arbitraries/generation/build.ts';
import { drawPlan } from '../../../arbitraries/generation/drawPlan.ts';
import { buildDraft } from '../../../arbitraries/plan/buildDraft.ts';
import { isPlainPlan } from '../../../arbitraries/plan/plan.ts';
import { chooseCount, measureSize } from '../../../arbitraries/size/measureSize.ts';
import { countJsonBytes, countPlainBytes } from '../../../model/values/json/countJsonBytes.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';
import { entryBytes } from '../entryBytes.ts';
import { everyKind, kindsIn, worlds } from '../worlds.ts';

test('measuring a plain plan counts its bytes without reading its texts', () => {
  let unread = 0;
  for (const kind of everyKind().filter(({ points }) => points.length < 100)) {
    for (let seed = 0; seed < 8; seed++) {
      const plan = drawPlan(kind, 'typical', new SeededRandom(seed), 0);
      if (!isPlainPlan(plan)) continue;
      const count = chooseCount(kind);
      expect(measureSize(kind, buildDraft(plan), count)).toBe(entryBytes(build(plan)));
      if (count === countPlainBytes) unread++;
    }
  }
  expect(unread).toBeGreaterThan(300);
});

test('measuring reads texts that a baseline may set to anything', () => {
  const [kind] = kindsIn(worlds['the example domain'] as never);
  const baseline = { applyOverrides: () => {}, overrides: () => false };
  expect([chooseCount(kind as never), chooseCount({ ...kind, baseline } as never)]).toEqual([
    countPlainBytes,
    countJsonBytes,
  ]);
});
