import { names, received } from '../../../src/event/received.ts';

describe('received', () => {
  it.each([
    [undefined, 'missing'],
    [null, 'null'],
    [7, '7'],
    ['open', '"open"'],
    ['x'.repeat(81), 'a text of 81 characters'],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{}, 'an empty object'],
    [{ a: 1, b: 2, c: 3, d: 4 }, 'an object with "a", "b", "c" and 1 more'],
    [{ ['k'.repeat(500)]: 1 }, 'an object with a text of 500 characters'],
    [() => 0, 'a function'],
  ])('says %p in few words: %s', (value, words) => {
    expect(received(value)).toBe(words);
  });
});

describe('names', () => {
  it('names three words and counts the others', () => {
    expect(names(['a', 'b', 'c', 'd', 'e'])).toBe('"a", "b", "c" and 2 more');
  });
});
