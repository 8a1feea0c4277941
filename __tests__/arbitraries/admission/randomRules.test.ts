import fc from 'fast-check';
import { domains } from '../../../arbitraries/domains.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import type { Domain } from '../../../model/domain/domain.ts';
import { eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import { relatedItemTypes, unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { compileRule } from '../../../model/rule/rule.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';
import { draw } from '../../../src/harness/run/draw.ts';
import { makePattern } from './makePattern.ts';

test('of any domain and any rule made of an event, every event that is played is delivered', () => {
  fc.assert(
    fc.property(domains(), fc.nat(), (anyDomain, seed) => {
      const random = new SeededRandom(seed);
      const domain = anyDomain as unknown as Domain;
      const eventType = random.pick(eventTypes);
      const itemTypes = isRelatedItemEventType(eventType) ? [random.pick(relatedItemTypes), unknownItemType] : [];
      const row = { eventType, itemTypes, domain };
      const [origin] = draw(() => contractSpace(row).arbitrary(), { seed, runs: 1 }) as [PlannedEvent];
      const pattern = makePattern(origin.event(), random);
      if (JSON.stringify(pattern).length > 4096) return;
      const rule = compileRule('rule', pattern);
      const space = contractSpace({ ...row, rule });
      if (space.isEmpty) return;
      const planned = [...space.schedule([]).plannedEvents, ...draw(() => space.arbitrary(), { seed, runs: 5 })];
      for (const [number, one] of planned.entries()) {
        expect(rule.matches(one.event())).toBe(true);
        const identified = one.withIdentity({ number: 1 + number, run: 7 });
        expect(rule.matches(identified.event())).toBe(true);
        if (number % 9 !== 0) continue;
        let current = identified;
        for (let steps = 0; steps < 60; steps++) {
          const [next] = current.shrinks();
          if (next === undefined) break;
          expect(rule.matches(next.event())).toBe(true);
          current = next;
        }
      }
    }),
    { numRuns: 40 },
  );
});
