import { findSlowPattern } from '../../../../src/provider/verifier/findSlowPattern.ts';
import { listPatterns } from '../../../../src/provider/verifier/patterns.ts';

const rules = Object.fromEntries(
  ['1', '2', '3', '4'].map((regex) => [`$.${regex}`, { matchers: [{ match: 'regex', regex }] }]),
);

test.each(['1', '2', '3', '4'])('the slow one of several regular expressions is found by halving: %s', async (slow) => {
  const asked: number[] = [];
  const found = await findSlowPattern(rules, async (some) => {
    asked.push(listPatterns(some).length);
    return listPatterns(some).some(({ pattern }) => pattern === slow);
  });
  expect([found?.pattern, asked]).toEqual([slow, [2, 1]]);
});

test('without regular expressions nothing is slow', async () => {
  expect(await findSlowPattern({}, async () => true)).toBeUndefined();
});
