import { removeAt } from '../../../../model/rule/change/removeAt.ts';
import { removeLeaves } from '../../../../model/rule/change/removeLeaves.ts';
import { type AbsenceChange, suggestChange } from '../../../../model/rule/change/suggestChange.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { type CompiledPattern, compileRule } from '../../../../model/rule/rule.ts';

const event = { source: 'aws.cases', detail: { eventType: 'CASE.UPDATED', user: {}, tags: ['a'], count: 5 } };

function linesFor(rule: object, forAbsence?: AbsenceChange): readonly string[] | undefined {
  return suggestChange(compileRule('rule', rule), event, forAbsence)?.lines;
}

test('the value of the event joins the leaf that refuses it', () => {
  expect(linesFor({ detail: { eventType: ['CASE.CREATED'] } })).toEqual([
    'rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]',
  ]);
  expect(linesFor({ detail: { tags: ['b'], count: [{ numeric: ['>', 5] }] } })).toEqual([
    'rule.detail.count: write [{"numeric":[">",5]},5]',
    'rule.detail.tags: write ["b","a"]',
  ]);
});

test('absence joins a leaf where the event has nothing, unless the leaf can go', () => {
  expect(linesFor({ source: ['aws.cases'], detail: { name: ['x'] } })).toEqual([
    'rule.detail.name: write ["x",{"exists":false}]',
  ]);
  expect(linesFor({ source: ['aws.cases'], detail: { name: ['x'] } }, 'remove the leaf')).toEqual([
    'rule.detail.name: remove it',
  ]);
  expect(linesFor({ source: ['aws.cases'], detail: { name: [{ exists: true }] } })).toEqual([
    'rule.detail.name: remove it',
  ]);
});

test('a pattern keeps at least one leaf', () => {
  expect(linesFor({ detail: { name: [{ exists: true }] } })).toEqual([
    'rule.detail.name: write {"source":["aws.cases"]} instead of the pattern',
  ]);
});

test('of several patterns and branches the one with the fewest changes changes', () => {
  const far = { source: ['aws.s3'], detail: { eventType: ['x'] } };
  expect(linesFor([far, { detail: { eventType: ['CASE.CREATED'] } }])).toEqual([
    'rule[1].detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]',
  ]);
  expect(linesFor({ detail: { $or: [{ eventType: ['x'], count: [1] }, { tags: ['b'] }] } })).toEqual([
    'rule.detail["$or"][1].tags: write ["b","a"]',
  ]);
});

test('the changed pattern delivers the event, as the engine says', () => {
  const rules: readonly object[] = [
    { detail: { eventType: [{ 'anything-but': { prefix: 'CASE' } }], user: [{ exists: true }] } },
    { detail: { user: [{ exists: true }], $or: [{ count: [1] }, { tags: [{ wildcard: 'x*' }] }] } },
    { 'detail.eventType': ['x'], detail: { user: { name: ['y'] } } },
  ];
  for (const rule of rules) {
    const { text } = suggestChange(compileRule('rule', rule), event) as { text: string };
    expect(eventPattern(text).matches(event)).toBe(true);
  }
});

test('a pattern loses leaves, and what they leave empty', () => {
  const [pattern] = compileRule('rule', { source: ['a'], detail: { user: { name: ['x'], age: [1] } } }).patterns;
  const without = (...names: string[]) =>
    removeLeaves(pattern as CompiledPattern, ({ path }) => names.includes(path.at(-1) as string));
  expect(without('name')).toBe('{"source":["a"],"detail":{"user":{"age":[1]}}}');
  expect(without('name', 'age')).toBe('{"source":["a"]}');
  expect(without('name', 'age', 'source')).toBe('{"source":["aws.cases"]}');
});

test('a branch of $or without leaves admits everything, so the choice goes', () => {
  const pattern = { source: ['a'], $or: [{ b: ['x'] }, { c: ['y'], d: ['z'] }] };
  expect(removeAt(pattern, ['$or', 1, 'c'])).toEqual({ source: ['a'], $or: [{ b: ['x'] }, { d: ['z'] }] });
  expect(removeAt(pattern, ['$or', 0, 'b'])).toEqual({ source: ['a'] });
});
