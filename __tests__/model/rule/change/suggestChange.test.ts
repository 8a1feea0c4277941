import { removeAt } from '../../../../model/rule/change/removeAt.ts';
import { removeLeaves } from '../../../../model/rule/change/removeLeaves.ts';
import { type ChangeSearch, suggestChange } from '../../../../model/rule/change/suggestChange.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { type CompiledPattern, compileRule } from '../../../../model/rule/rule.ts';

const event = {
  source: 'aws.cases',
  detail: { eventType: 'CASE.UPDATED', user: {}, tags: ['a'], count: 5, list: [{ id: 1, n: 2 }, { id: 3 }] },
};

/** Adds the event's value to a leaf. */
const addValue: ChangeSearch = {
  listEdits: ({ leaf: { place, text }, received }) =>
    received.length === 0 ? [] : [{ write: place, conditions: [...(JSON.parse(text) as unknown[]), received[0]] }],
};
const removeOnly: ChangeSearch = { listEdits: () => [] };

function linesFor(rule: object, search: ChangeSearch = addValue): readonly string[] | undefined {
  return suggestChange(compileRule('rule', rule), event, search)?.lines;
}

test('the edit of a leaf joins the edits of others', () => {
  expect(linesFor({ detail: { eventType: ['CASE.CREATED'] } })).toEqual([
    'rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]',
  ]);
  expect(linesFor({ detail: { tags: ['b'], count: [{ numeric: ['>', 5] }] } })).toEqual([
    'rule.detail.tags: write ["b","a"]',
    'rule.detail.count: write [{"numeric":[">",5]},5]',
  ]);
});

test('a leaf without an edit goes, and what it leaves empty', () => {
  const source = ['aws.cases'];
  expect(linesFor({ source, detail: { name: ['x'] } })).toEqual(['rule.detail: remove it']);
  expect(linesFor({ source, detail: { count: [5], name: { first: ['x'] } } })).toEqual(['rule.detail.name: remove it']);
  expect(linesFor({ source, detail: { count: [5], $or: [{ name: ['x'] }, { name: ['y'] }] } })).toEqual([
    'rule.detail["$or"]: remove it',
  ]);
});

test('a pattern keeps at least one leaf', () => {
  expect(linesFor({ detail: { name: [{ exists: true }] } })).toEqual([
    'rule: write {"source":["aws.cases"]} instead of the pattern',
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

test('of two branches the mistaken one changes, and no leaf that may not', () => {
  const rule = { detail: { $or: [{ eventType: ['x'] }, { eventType: ['y'] }] } };
  const measureDoubt: ChangeSearch['measureDoubt'] = ({ leaf }) => (leaf.text === '["y"]' ? 0 : 0.5);
  expect(linesFor(rule, { ...addValue, measureDoubt })).toEqual([
    'rule.detail["$or"][1].eventType: write ["y","CASE.UPDATED"]',
  ]);
  const mayChange: ChangeSearch['mayChange'] = ({ text }) => text === '["x"]';
  expect(linesFor(rule, { ...addValue, measureDoubt, mayChange })).toEqual([
    'rule.detail["$or"][0].eventType: write ["x","CASE.UPDATED"]',
  ]);
  expect(linesFor(rule, { ...addValue, mayChange: () => false })).toBeUndefined();
});

test('of the leaves within a list of objects no more change than needed', () => {
  const rule = { source: ['aws.cases'], detail: { list: { id: [9], n: [2], m: [{ exists: false }] } } };
  expect(linesFor(rule, removeOnly)).toEqual(['rule.detail.list.id: remove it']);
  const disagreeing = { source: ['aws.cases'], detail: { list: { id: [3], n: [2] } } };
  expect(linesFor(disagreeing, removeOnly)).toEqual(['rule.detail.list.id: remove it']);
});

test('the caller decides what a change has to reach', () => {
  const rule = { detail: { eventType: ['x'], count: [5] } };
  const accepts: ChangeSearch['accepts'] = ([text = '']) => !text.includes('CASE.UPDATED');
  expect(linesFor(rule, { ...addValue, accepts })).toEqual(['rule.detail.eventType: remove it']);
});

test('the changed pattern delivers the event, as the engine says', () => {
  const rules: readonly object[] = [
    { detail: { eventType: [{ 'anything-but': { prefix: 'CASE' } }], user: [{ exists: true }] } },
    { detail: { user: [{ exists: true }], $or: [{ count: [1] }, { tags: [{ wildcard: 'x*' }] }] } },
    { 'detail.eventType': ['x'], detail: { user: { name: ['y'] } } },
  ];
  for (const rule of rules) {
    const { texts } = suggestChange(compileRule('rule', rule), event, addValue) ?? { texts: [''] };
    expect(eventPattern(texts[0] as string).matches(event)).toBe(true);
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
