import { eventPattern } from '../../../../model/rule/eventPattern.ts';

const explain = (pattern: object, event: object) =>
  eventPattern(pattern)
    .explain(event)
    .map(({ path, received, because }) => [path.join('.'), received, because]);

test.each([
  [{ x: ['a'] }, {}, [], 'the event has nothing there'],
  [{ x: ['a'] }, { x: {} }, [], 'the event has an object there, and a pattern compares only the values within it'],
  [{ x: ['a'] }, { x: [] }, [], 'the event has an empty list there, which counts as nothing'],
  [
    { x: ['a'] },
    { x: [{}] },
    [],
    'the event has a list of objects there, and a pattern compares only the values within them',
  ],
  [{ x: ['a'] }, { x: 'b' }, ['b'], 'the condition does not admit "b"'],
  [{ x: ['a', 'c'] }, { x: 'b' }, ['b'], 'no condition admits "b"'],
  [{ x: ['a'] }, { x: ['b', 5] }, ['b', 5], 'the condition does not admit any of the values'],
  [{ x: ['5'] }, { x: 5 }, [5], 'the condition does not admit 5, because it compares only strings'],
  [
    { x: [{ prefix: '5' }] },
    { x: null },
    [null],
    'the condition does not admit null, because it compares only strings',
  ],
  [{ x: [5] }, { x: '5' }, ['5'], 'the condition does not admit "5", because it compares only numbers'],
  [
    { x: [{ cidr: '10.0.0.0/8' }] },
    { x: 5 },
    [5],
    'the condition does not admit 5, because it compares only IP addresses',
  ],
  [
    { x: ['a'] },
    { x: [1, true] },
    [1, true],
    'the condition does not admit any of the values, because it compares only strings',
  ],
  [{ x: [{ exists: false }] }, { x: 'a' }, ['a'], 'the event has "a" there, and nothing may be there'],
  [{ x: [{ exists: false }, 'b'] }, { x: 'a' }, ['a'], 'no condition admits "a"'],
])('%j and the event %j', (pattern, event, received, because) => {
  expect(explain(pattern, event)).toEqual([['x', received, because]]);
});

test('conditions that no element of a list meets together are all named', () => {
  const event = {
    source: 's',
    list: [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
  };
  const because = 'an element of the list meets this condition, but none meets it together with the others';
  expect(explain({ source: ['s'], list: { a: [1], b: [4] } }, event)).toEqual([
    ['list.a', [1, 3], because],
    ['list.b', [2, 4], because],
  ]);
});

test('an absence that other elements break is named with the condition that chose the element', () => {
  const event = { list: [{ a: 1, b: 2 }, { a: 3 }] };
  expect(explain({ list: { a: [1], b: [{ exists: false }] } }, event).map(([path]) => path)).toEqual([
    'list.a',
    'list.b',
  ]);
});
