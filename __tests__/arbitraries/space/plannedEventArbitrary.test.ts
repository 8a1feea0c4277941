import fc from 'fast-check';
import { eventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { PlannedEventArbitrary } from '../../../arbitraries/space/plannedEventArbitrary.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { entrySize } from '../../../model/event/entrySize.ts';

const space = eventSpace({ eventType: 'CASE.CREATED', itemTypes: [], domain: exampleDomain as never });

function caseOf(coverageItem: PlannedEvent['coverageItem']): PlannedEvent {
  return space.cases([]).find((one) => one.coverageItem === coverageItem) as PlannedEvent;
}

test('an arbitrary of one planned event draws and shrinks that event', () => {
  const absent = caseOf('nothingOptional');
  const one = new PlannedEventArbitrary(() => absent);
  expect(fc.sample(one, 3)).toEqual([absent, absent, absent]);
  const { counterexample } = fc.check(
    fc.property(one, (planned) => planned.event().detail.performedBy?.user !== undefined),
  );
  expect(counterexample?.[0].distance).toBe(1);
});

test('shrinking never exceeds the largest size', () => {
  const longest = caseOf('longestText');
  const sizes = (most?: number): number[] =>
    [...new PlannedEventArbitrary(() => longest, most).shrink(longest)].map(({ value_: smaller }) =>
      entrySize(smaller.event()),
    );
  const most = 1500;
  expect(Math.max(...sizes())).toBeGreaterThan(most);
  expect(sizes(most)).toEqual(sizes().filter((size) => size <= most));
});

test('a value from elsewhere is not a planned event', () => {
  const arbitrary = space.arbitrary();
  expect(arbitrary.canShrinkWithoutContext({})).toBe(false);
  expect(arbitrary.canShrinkWithoutContext(space.sample())).toBe(true);
});
