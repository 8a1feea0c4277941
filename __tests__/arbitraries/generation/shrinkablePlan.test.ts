import fc, { type Arbitrary } from 'fast-check';
import { build } from '../../../arbitraries/generation/build.ts';
import { drawPlan } from '../../../arbitraries/generation/drawPlan.ts';
import { listShrinks, toShrinkable } from '../../../arbitraries/generation/shrinkablePlan.ts';
import {
  caseCreated,
  caseDeleted,
  caseUpdated,
  events,
  malformedEvents,
  relatedItemCreated,
} from '../../../arbitraries/index.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { listFieldValues } from '../../../model/event/fieldValues.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { listDifferences } from '../../../model/values/differences.ts';
import { SeededRandom } from '../../../model/values/seededRandom.ts';
import { entryBytes } from '../entryBytes.ts';
import { kindsIn } from '../worlds.ts';

interface Shrunk {
  readonly event: CasesEvent;
  /** The number of calls after the handler's first failure. */
  readonly calls: number;
  readonly message: string;
}

function shrunk(arbitrary: Arbitrary<CasesEvent>, survives: (event: CasesEvent) => boolean, seed: number): Shrunk {
  let calls = -1;
  const property = fc.property(arbitrary, (event) => {
    const survived = survives(event);
    if (calls >= 0 || !survived) calls++;
    return survived;
  });
  const { counterexample } = fc.check(property, { seed, numRuns: 1000 });
  if (counterexample === null) throw new Error('no event failed');
  return { event: counterexample[0], calls, message: fc.stringify(counterexample) };
}

const seeds = Array.from({ length: 15 }, (_, seed) => seed);

test.each([
  ['caseCreated', caseCreated],
  ['caseUpdated', caseUpdated],
  ['caseDeleted', caseDeleted],
])('%s: shrinking finds the smallest event of exact size with more than 16 fields within 40 calls', (_, arbitrary) => {
  const found = seeds.map((seed) =>
    shrunk(arbitrary({ bytes: 262_144 }), (event) => listFieldValues(event).length <= 16, seed),
  );
  expect(Math.max(...found.map(({ calls }) => calls))).toBeLessThanOrEqual(40);
  expect(new Set(found.map(({ event }) => entryBytes(event)))).toEqual(new Set([262_144]));
  expect(new Set(found.map(({ event }) => listFieldValues(event).length))).toEqual(new Set([19]));
});

test('an event that fails from 195,000 bytes shrinks to exactly that size within 200 calls', () => {
  for (const seed of seeds) {
    const { event, calls } = shrunk(events({ class: 'open' }), (tried) => entryBytes(tried) < 195_000, seed);
    expect(entryBytes(event)).toBe(195_000);
    expect(calls).toBeLessThan(200);
  }
});

test('a text that is too long shrinks to the shortest length that fails', () => {
  const comments = relatedItemCreated({ relatedItemType: 'Comment' });
  const bodyOf = ({ detail }: CasesEvent): string =>
    'relatedItem' in detail ? (detail.relatedItem.comment?.body ?? '') : '';
  for (const seed of seeds) {
    const { event, calls } = shrunk(comments, (tried) => bodyOf(tried).length < 1000, seed);
    expect(bodyOf(event).length).toBeLessThanOrEqual(1001);
    expect(calls).toBeLessThan(60);
  }
});

test('a failure with one cause shrinks to one difference', () => {
  for (const seed of seeds) {
    const { event } = shrunk(caseUpdated(), ({ detail }) => detail.performedBy?.user !== undefined, seed);
    const differences = listDifferences(makeSample('CASE.UPDATED', exampleDomain), event);
    expect(differences.map(({ steps: segments }) => segments.join('.'))).toEqual(['detail.performedBy.user']);
  }
});

test('no shrink of an event equals the event, so no call of the handler is wasted', () => {
  let tried = 0;
  for (const kind of kindsIn(exampleDomain as never)) {
    for (const seed of [1, 2, 3]) {
      const plan = drawPlan(kind, 'typical', new SeededRandom(seed), 262_144);
      const smaller = [...listShrinks(toShrinkable(plan, 'typical'))].map((shrunken) => build(shrunken.plan));
      expect(smaller).not.toContainEqual(build(plan));
      tried += smaller.length;
    }
  }
  expect(tried).toBeGreaterThan(500);
});

test('a large counterexample prints its differences from the sample, on few lines', () => {
  const { event, message } = shrunk(caseUpdated({ bytes: 262_144 }), () => false, 1);
  expect(message.length).toBeLessThan(2500);
  expect(message.split('\n').length).toBeLessThan(20);
  expect(message).toContain('CASE.UPDATED, an entry of 262,144 bytes, the sample but for:');
  expect(message).toMatch(/detail\.case\.fields\.\S+: .*… \([\d,]+ characters of JSON\)/);
  expect(Object.keys(event)).not.toContain('toString');
  expect(event).toStrictEqual(JSON.parse(JSON.stringify(event)));
});

test('a malformed counterexample prints its differences, too', () => {
  const { message } = shrunk(malformedEvents({ bytes: 262_144 }) as Arbitrary<CasesEvent>, () => false, 4);
  expect(message.length).toBeLessThan(2500);
});

test('a typical counterexample is printed in full', () => {
  const { event, message } = shrunk(caseUpdated({ class: 'typical' }), () => false, 1);
  expect(Object.getOwnPropertySymbols(event)).toEqual([]);
  expect(message).toContain(event.id);
});
