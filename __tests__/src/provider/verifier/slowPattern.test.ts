import { patternsIn } from '../../../../src/provider/verifier/patterns.ts';
import { slowPattern } from '../../../../src/provider/verifier/slowPattern.ts';

const rules = Object.fromEntries(
  ['1', '2', '3', '4'].map((regex) => [`$.${regex}`, { matchers: [{ match: 'regex', regex }] }]),
);

test.each(['1', '2', '3', '4'])('the slow one of several regular expressions is found by halving: %s', async (slow) => {
  const asked: number[] = [];
  const found = await slowPattern(rules, async (some) => {
    asked.push(patternsIn(some).length);
    return patternsIn(some).some(({ pattern }) => pattern === slow);
  });
  expect([found?.pattern, asked]).toEqual([slow, [2, 1]]);
});

test('without regular expressions nothing is slow', async () => {
  expect(await slowPattern({}, async () => true)).toBeUndefined();
});
