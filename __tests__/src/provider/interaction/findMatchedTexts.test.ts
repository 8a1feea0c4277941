import { findMatchedTexts } from '../../../../src/provider/interaction/findMatchedTexts.ts';

const texts = ['CASE.CREATED', 'CASE.UPDATED', 'RELATED_ITEM.CREATED'];

test.each([
  ['CASE\\..*', ['CASE.CREATED', 'CASE.UPDATED']],
  ['CASE', []],
  ['.*|', texts],
  ['^CASE\\.CREATED$', ['CASE.CREATED']],
])('%s matches whole texts only', (pattern, taken) => {
  expect(findMatchedTexts(pattern, texts)).toEqual(taken);
});

test.each(['(', '(?<n>a)\\k<m>', '[[:alpha:', '('.repeat(100_000), '\ud800'])(
  'an invalid pattern matches nothing: %#',
  (pattern) => {
    expect(findMatchedTexts(pattern, texts)).toEqual([]);
  },
);

test('patterns that backtrack are stopped, and after some of them no more are tried', () => {
  const began = performance.now();
  for (let count = 0; count < 40; count++) expect(findMatchedTexts(`((.+)+)+!{${count + 1}}`, texts)).toBe('endless');
  expect(findMatchedTexts('CASE', texts)).toBe('endless');
  // Forty of them would take forty seconds.
  expect(performance.now() - began).toBeLessThan(25_000);
});
