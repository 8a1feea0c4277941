import { listPlainerFaults } from '../../../../../src/harness/delivery/faults/drawFault.ts';
import type { Fault } from '../../../../../src/harness/delivery/faults/faults.ts';

const plainer = (fault: Fault): readonly Fault[] => [...listPlainerFaults(fault)];

test.each([
  [1, []],
  [2, [1]],
  [4, [1, 2]],
  [5, [1, 2, 4]],
])('a delay by %d shrinks to smaller delays only, the smallest first', (by, smaller) => {
  for (const kind of ['duplicates', 'reordering'] as const) {
    expect(plainer({ kind, event: 'id', by })).toEqual(smaller.map((less) => ({ kind, event: 'id', by: less })));
  }
});

test('poison shrinks to the first of its kind, and nothing is plainer than a loss', () => {
  const poison = { kind: 'poison', event: 'id', poison: 'malformed' } as const;
  expect(plainer({ ...poison, number: 7 })).toEqual([{ ...poison, number: 0 }]);
  expect(plainer({ ...poison, number: 0 })).toEqual([]);
  expect(plainer({ kind: 'loss', event: 'id' })).toEqual([]);
});
