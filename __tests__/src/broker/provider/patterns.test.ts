import { sentenceOfBroken, sentenceOfSlow } from '../../../../src/broker/provider/patternRefusals.ts';
import { patternsIn, withPatterns } from '../../../../src/broker/provider/patterns.ts';
import { slowPattern } from '../../../../src/broker/provider/slowPattern.ts';

const regex = (pattern: unknown) => ({ match: 'regex', regex: pattern });
const rules = {
  '$.a': { combine: 'AND', matchers: [{ match: 'type' }, regex('1'), { regex: '2' }] },
  '$.b': { matchers: [{ match: 'eachKey', rules: [regex('3')] }] },
  '$.c': { matchers: [{ match: 'arrayContains', variants: [{ index: 0, rules: { $: { matchers: [regex('4')] } } }] }] },
  '$.d': { matchers: [regex(5), { match: 'regex' }, { match: 'include', value: 'x' }, null] },
};

test('the regular expressions of rules are found wherever Pact puts them', () => {
  expect(patternsIn(rules)).toEqual([
    { path: '$.a', pattern: '1' },
    { path: '$.a', pattern: '2' },
    { path: '$.b', pattern: '3' },
    { path: '$.c', pattern: '4' },
  ]);
});

test('rules keep the regular expressions that are asked for, and everything else', () => {
  const kept = withPatterns(rules, (number) => number === 1 || number === 2);
  expect(patternsIn(kept).map(({ pattern }) => pattern)).toEqual(['2', '3']);
  expect(kept['$.a']).toEqual({ combine: 'AND', matchers: [{ match: 'type' }, { match: 'type' }, { regex: '2' }] });
  expect(kept['$.d']).toEqual(rules['$.d']);
});

test.each(['1', '2', '3', '4'])('the slow one of some regular expressions is found by halves: %s', async (slow) => {
  const asked: number[] = [];
  const found = await slowPattern(rules, async (some) => {
    asked.push(patternsIn(some).length);
    return patternsIn(some).some(({ pattern }) => pattern === slow);
  });
  expect([found?.pattern, asked]).toEqual([slow, [2, 1]]);
});

test('where there is no regular expression none is slow', async () => {
  expect(await slowPattern({}, async () => true)).toBeUndefined();
});

test('patterns and paths of any length and any characters stay on one short line', () => {
  const odd = { path: `$.a\n${'b'.repeat(500)}`, pattern: `\u001b]0;\u202e\n${'(a+)+'.repeat(100)}` };
  for (const sentence of [sentenceOfSlow(odd), sentenceOfBroken(odd, 'premature end\nof char-class')]) {
    expect(sentence).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(sentence.length).toBeLessThan(700);
    expect(sentence).toContain('\\u001b]0;\\u202e\\n(a+)+(a+)+');
  }
});
