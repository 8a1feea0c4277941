import { compileRule } from '../../../model/rule/rule.ts';
import { refusal } from '../../helpers/refusal.ts';

const created = { detail: { eventType: ['CASE.CREATED'] } };
const updated = { detail: { eventType: ['CASE.UPDATED'] } };

function event(eventType: string): object {
  return { source: 'aws.cases', detail: { eventType } };
}

test('one pattern decides alone', () => {
  const { matches } = compileRule('options.rule', created);
  expect([matches(event('CASE.CREATED')), matches(event('CASE.UPDATED'))]).toEqual([true, false]);
});

test('one of several patterns suffices, as an object or as text', () => {
  const { matches, patterns } = compileRule('options.rule', [created, JSON.stringify(updated)]);
  expect(['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'].map((type) => matches(event(type)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(patterns.map(({ argument }) => argument)).toEqual(['options.rule[0]', 'options.rule[1]']);
});

test('every pattern says what keeps an event out, and a delivered event lacks nothing', () => {
  const { explain } = compileRule('options.rule', [created, updated]);
  expect(explain(event('CASE.DELETED')).map(({ condition }) => condition)).toEqual([
    '["CASE.CREATED"]',
    '["CASE.UPDATED"]',
  ]);
  expect(explain(event('CASE.CREATED'))).toEqual([]);
});

test('a rule is frozen', () => {
  const rule = compileRule('options.rule', [created]);
  expect([rule, rule.patterns, rule.patterns[0]].every(Object.isFrozen)).toBe(true);
});

test('a refused pattern is named with its place', () => {
  expect(refusal(() => compileRule('options.rule', { detail: { eventType: 'CASE.CREATED' } }))).toContain(
    'options.rule.detail.eventType is "CASE.CREATED"; allowed: a list or an object.',
  );
  expect(refusal(() => compileRule('options.rule', [created, { source: [{ prefx: 'aws' }] }]))).toContain(
    'options.rule[1].source[0] is {"prefx":"aws"}',
  );
  expect(refusal(() => compileRule('options.rule', '{ "source": ["aws.cases"],'))).toContain(
    'options.rule is "{ \\"source\\": [\\"aws.cases\\"],"; allowed: an event pattern as JSON.',
  );
});

test('anything else than patterns is refused', () => {
  expect(refusal(() => compileRule('options.rule', 7))).toContain('options.rule is 7; allowed: an object.');
  expect(refusal(() => compileRule('options.rule', () => created))).toContain(
    'allowed: an event pattern: an object, or its JSON as text.',
  );
  expect(refusal(() => compileRule('options.rule', []))).toBe(
    'options.rule is []; allowed: an event pattern, or a list of at least one. Without a pattern nothing reaches the handler. Leave rule out to play every event.',
  );
  expect(refusal(() => compileRule('options.rule', [created, null]))).toContain('options.rule[1] is null; allowed:');
});
