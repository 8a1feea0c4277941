import { cutToHead, cutToTail, joinSentences, measureLength, shorten } from '../../../model/values/text.ts';

describe('measureLength', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['𝒳', 1],
    ['a👩‍👩‍👧‍👦', 8],
    ['e\u0301', 2],
    ['\ud800', 1],
    ['\udc00\ud800', 2],
    ['\ud800a', 2],
  ])('counts the characters of %j as the API does: %i', (text, count) => {
    expect(measureLength(text)).toBe(count);
    expect(measureLength(text)).toBe([...text].length);
  });
});

test.each([
  ['abcdef', 3, 'abc…'],
  ['ab😀', 3, 'ab…'],
  ['ab😀', 4, 'ab😀…'],
])('the head of %j, of %d units, has no half of a character: %s', (text, length, cut) => {
  expect(cutToHead(text, length)).toBe(cut);
});

test.each([
  ['abcdef', 3, '…def'],
  ['ab😀', 3, '…'],
  ['ab😀', 2, '…😀'],
])('the tail of %j, from unit %d on, has no half of a character: %s', (text, from, cut) => {
  expect(cutToTail(text, from)).toBe(cut);
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
])('%j is shortened to %d characters: %s', (text, most, shortened) => {
  expect(shorten(text, most)).toBe(shortened);
});

test('sentences in a row get the ends that they lack', () => {
  expect(joinSentences(['It is "x"', 'Did you mean "y"?', 'Write it.'])).toBe('It is "x". Did you mean "y"? Write it.');
});
