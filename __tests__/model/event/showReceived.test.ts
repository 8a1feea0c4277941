import { showNames, showReceived, showReceivedValue } from '../../../model/event/showReceived.ts';

describe.each([
  ['received', showReceived],
  ['receivedValue', showReceivedValue],
])('%s', (_, tell) => {
  it.each([
    [undefined, 'missing'],
    [null, 'null'],
    ['CASE.RELATED_ITEM.CREATED', '"CASE.RELATED_ITEM.CREATED"'],
    ['comment', '"comment"'],
    ['x'.repeat(201), 'a text of 201 characters'],
    [[], 'an empty list'],
    [[1, 2], 'a list of 2'],
    [{}, 'an empty object'],
    [{ id: 1, user: 2, case: 3, d: 4 }, 'an object with "id", "user", "case" and 1 more'],
    [() => 0, 'a function'],
  ])('describes %p in few words: %s', (value, words) => {
    expect(tell(value)).toBe(words);
  });
});

it.each([
  [7.5, 'a number', '7.5'],
  [true, 'a boolean', 'true'],
  [7n, 'a bigint', '7'],
  ['open', 'a text of 4 characters', '"open"'],
  ['😀', 'a text of 1 character', '"😀"'],
  ['', 'an empty text', '""'],
  ['x'.repeat(200), 'a text of 200 characters', `"${'x'.repeat(200)}"`],
])('%p appears only if values are shown', (value, hidden, shown) => {
  expect([showReceived(value), showReceivedValue(value)]).toEqual([hidden, shown]);
});

it.each([
  [{ 'Jane D.': 1 }, 'an object with a name of 7 characters', 'an object with "Jane D."'],
  [{ value: 1, j: 1 }, 'an object with "value", a name of 1 character', 'an object with "value", "j"'],
  [{ ['k'.repeat(500)]: 1 }, 'an object with a name of 500 characters', 'an object with a text of 500 characters'],
])('personal names in %p appear only if values are shown', (value, hidden, shown) => {
  expect([showReceived(value), showReceivedValue(value)]).toEqual([hidden, shown]);
});

describe('showNames', () => {
  it('names three words and counts the others', () => {
    expect(showNames(['a', 'b', 'c', 'd', 'e'])).toBe('"a", "b", "c" and 2 more');
  });
});
