import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { refusal } from '../../../helpers/refusal.ts';

const event = { x: 'a', y: 'b', $or: ['q'] };

test.each([
  ['two branches', { $or: [{ x: ['n'] }, { y: ['b'] }] }, true],
  ['no branch that holds', { $or: [{ x: ['n'] }, { y: ['n'] }] }, false],
  ['a leaf beside it', { x: ['n'], $or: [{ x: ['a'] }, { y: ['b'] }] }, true],
  ['a leaf behind it that replaces those of branches', { $or: [{ x: ['a'] }, { y: ['b'] }], x: ['n'] }, false],
  ['an object', { $or: { x: ['a'] } }, false],
  ['a list of strings, as an ordinary key', { $or: ['p', 'q'] }, true],
  ['operators, as an ordinary key', { $or: [{ prefix: 'p' }, { suffix: 'q' }] }, true],
])('$or with %s: %j', (_, pattern, expected) => {
  expect(eventPattern(pattern).matches(event)).toBe(expected);
});

const leaves =
  'AWS says: each leaf of an event pattern is a list of strings, numbers, true, false, null and operators: one of them suffices, and every leaf must match.';
const or =
  'AWS says: $or takes a list of at least two objects, and the lengths of all lists of $or multiply to no more than 1,000 combinations.';

test.each([
  [{}, `pattern is {}; allowed: at least one key. ${leaves}`],
  [[], `pattern is []; allowed: an object. ${leaves}`],
  [{ a: { b: {} } }, `pattern.a.b is {}; allowed: at least one key. ${leaves}`],
  [{ a: 'b' }, `pattern.a is "b"; allowed: a list or an object. ${leaves} Write the value in a list.`],
  [{ a: null }, `pattern.a is null; allowed: a list or an object. ${leaves} Write the value in a list.`],
  [{ $or: [] }, `pattern["$or"] is []; allowed: a list of at least two objects. ${or}`],
  [{ $or: [{ x: ['a'] }] }, `pattern["$or"] is [{"x":["a"]}]; allowed: a list of at least two objects. ${or}`],
  [{ $or: [{ x: ['a'] }, 'b'] }, `pattern["$or"][1] is "b"; allowed: an object. ${or}`],
  [{ $or: [{ x: ['a'] }, {}] }, `pattern["$or"][1] is {}; allowed: at least one key. ${leaves}`],
  [
    { $or: [{ x: ['a'] }, { y: { prefix: ['b'] } }] },
    'pattern["$or"][1].y.prefix is ["b"]; allowed: a key of the event. Within $or the word "prefix" is reserved for operators. Each branch of $or names the key that it looks at: { "$or": [{ "key": [{ "prefix": "a" }] }, …] }.',
  ],
])('%j is refused', (pattern, message) => {
  expect(refusal(() => eventPattern(pattern))).toBe(message);
});
