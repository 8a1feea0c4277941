import { explainUnreadableJson } from '../../../../src/provider/interaction/explainUnreadableJson.ts';

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

test.each([1, null, true, 'a', '😀', { a: ['😀'] }, nested(126), Array(1000).fill([[]])])('%j is readable', (value) => {
  expect(explainUnreadableJson(value)).toBeUndefined();
});

test.each(['\ud83d', 'a\udc00b', ['\ude00\ud83d'], { '\ud800': 1 }, { a: { b: '\udfff' } }])(
  'half of a surrogate pair is not readable: %#',
  (value) => {
    expect(explainUnreadableJson(value)).toBe('a text holds half of a surrogate pair, which is not a character');
  },
);

test('too many levels are not readable, including those above', () => {
  const why = 'more than 126 objects and lists are nested in each other';
  expect([explainUnreadableJson(nested(127)), explainUnreadableJson(nested(100_000))]).toEqual([why, why]);
  expect([explainUnreadableJson(nested(124), 2), explainUnreadableJson(nested(125), 2)]).toEqual([undefined, why]);
});
