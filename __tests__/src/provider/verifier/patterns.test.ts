import { keepPatterns, listPatterns } from '../../../../src/provider/verifier/patterns.ts';

const regex = (pattern: unknown) => ({ match: 'regex', regex: pattern });
const rules = {
  '$.a': { combine: 'AND', matchers: [{ match: 'type' }, regex('1'), { regex: '2' }] },
  '$.b': { matchers: [{ match: 'eachKey', rules: [regex('3')] }] },
  '$.c': { matchers: [{ match: 'arrayContains', variants: [{ index: 0, rules: { $: { matchers: [regex('4')] } } }] }] },
  '$.d': { matchers: [regex(5), { match: 'regex' }, { match: 'include', value: 'x' }, null] },
};

test('the regular expressions of rules are found in all places where Pact puts them', () => {
  expect(listPatterns(rules)).toEqual([
    { path: '$.a', pattern: '1' },
    { path: '$.a', pattern: '2' },
    { path: '$.b', pattern: '3' },
    { path: '$.c', pattern: '4' },
  ]);
});

test('rules keep the requested regular expressions, and everything else', () => {
  const kept = keepPatterns(rules, (number) => number === 1 || number === 2);
  expect(listPatterns(kept).map(({ pattern }) => pattern)).toEqual(['2', '3']);
  expect(kept['$.a']).toEqual({ combine: 'AND', matchers: [{ match: 'type' }, { match: 'type' }, { regex: '2' }] });
  expect(kept['$.d']).toEqual(rules['$.d']);
});
