import { type LeafTest, listLeafTests } from '../../../arbitraries/admission/leafTest.ts';
import { listCombined, orderByCoverage } from '../../../arbitraries/admission/orderByCoverage.ts';
import { compileRule } from '../../../model/rule/rule.ts';

/** Three `$or` of a length side by side, beside a leaf that is in all combinations. */
function listProduct(length: number): readonly (readonly LeafTest[])[] {
  const branches = (name: string): object[] => Array.from({ length }, (_, index) => ({ [name]: [`${index}`] }));
  const pattern = {
    source: ['aws.cases'],
    $or: branches('id'),
    detail: { $or: branches('one'), within: { $or: branches('two') } },
  };
  return listCombined(listLeafTests(compileRule('rule', pattern)), () => true);
}

/** What is taken if every combination is possible. */
function take(all: readonly (readonly LeafTest[])[], isPossible = (_: readonly LeafTest[]) => true) {
  const taken: (readonly LeafTest[])[] = [];
  for (const { tests, cover } of orderByCoverage(all, () => taken.length === 0)) {
    if (!isPossible(tests)) continue;
    taken.push(tests);
    cover();
  }
  return taken;
}

test.each([
  [2, 8],
  [3, 27],
  [10, 1000],
])('three $or of %s branches have %s combinations', (length, count) => {
  expect(listProduct(length)).toHaveLength(count);
});

test('of a few combinations all are taken', () => {
  expect(take(listProduct(2))).toHaveLength(8);
});

test.each([3, 5, 10])('of three $or with %s branches, each branch is taken, in as many combinations', (length) => {
  const all = listProduct(length);
  const taken = take(all);
  expect(taken).toHaveLength(length);
  expect(new Set(taken.flat())).toEqual(new Set(all.flat()));
});

test('a branch that is possible only beside a covered one is taken with it', () => {
  const all = listProduct(3);
  const [[one], [, , rare]] = [all[0] ?? [], all.at(-1) ?? []];
  const taken = take(all, (tests) => !tests.includes(rare as LeafTest) || tests.includes(one as LeafTest));
  expect(new Set(taken.flat())).toEqual(new Set(all.flat()));
});

test('the only possible combination is found, wherever it stands', () => {
  const all = listProduct(3);
  expect(take(all, (tests) => tests === all[14])).toEqual([all[14]]);
});
