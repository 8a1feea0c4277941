import type { Leaf } from '../../../model/rule/compile/leaf.ts';
import { compileEventFilter, type LeafTarget, relaxFilter } from '../../../model/rule/eventFilter.ts';
import { compileRulePattern, type EventFilter, makeRule } from '../../../model/rule/rule.ts';

function filterOf(pattern: object, ...others: readonly object[]): EventFilter | undefined {
  const patterns = [pattern, ...others].map((one, index) => compileRulePattern(`Filters[${index}]`, one));
  return compileEventFilter(makeRule(patterns), (body) => ({ body }), locate);
}

/** The event is in `body`; `source` is the same in all records; `time` differs. */
function locate({ path: [first, ...within], text }: Leaf): LeafTarget | undefined {
  if (first === 'body') return within;
  if (first === 'time') return undefined;
  return text === '["queue"]' ? 'always met' : { because: 'a record has nothing there' };
}

const created = {
  detail: {
    eventType: 'CASE.CREATED',
    tags: [
      { a: 1, b: 1 },
      { a: 2, b: 2 },
    ],
  },
};

test('the leaves of a filter look at the event', () => {
  const filter = filterOf({ body: { detail: { eventType: ['CASE.CREATED'] } } });
  expect(filter?.matches(created)).toBe(true);
  expect(filter?.matches({ detail: { eventType: 'CASE.UPDATED' } })).toBe(false);
  expect(filter?.explain(created)).toEqual([]);
});

test('one of several patterns suffices, and each names its leaf by its place', () => {
  const filter = filterOf(
    { body: { detail: { eventType: ['CASE.UPDATED'] } } },
    { body: { detail: { eventType: ['CASE.DELETED'] } } },
  );
  expect(filter?.explain(created).map(({ path, named }) => [path.join('.'), named])).toEqual([
    ['detail.eventType', 'Filters[0].body.detail.eventType'],
    ['detail.eventType', 'Filters[1].body.detail.eventType'],
  ]);
});

test('a leaf on what all records share is always met, or keeps every event out', () => {
  const body = { detail: { eventType: ['CASE.CREATED'] } };
  expect(filterOf({ source: ['queue'], body })?.matches(created)).toBe(true);
  const filter = filterOf({ source: ['stream'], body });
  expect(filter?.matches(created)).toBe(false);
  expect(filter?.combinations).toEqual([]);
  expect(filter?.explain(created).map(({ named, because }) => `${named}: ${because}`)).toEqual([
    'Filters[0].source: a record has nothing there',
  ]);
});

test('a filter that looks at what differs between records does not decide by the event', () => {
  expect(filterOf({ time: ['1'], body: { detail: { eventType: ['CASE.CREATED'] } } })).toBeUndefined();
});

test('leaves that no element of a list meets together are named, too', () => {
  const filter = filterOf({ body: { detail: { tags: { a: [1], b: [2] } } } });
  expect(filter?.matches(created)).toBe(false);
  expect(filter?.explain(created).map(({ named }) => named)).toEqual([
    'Filters[0].body.detail.tags.a',
    'Filters[0].body.detail.tags.b',
  ]);
});

test('a filter without some leaves admits more, and without all leaves everything', () => {
  const filter = filterOf({ body: { detail: { eventType: ['CASE.UPDATED'], tags: { a: [1] } } } }) as EventFilter;
  const isType = ({ path }: Leaf): boolean => path.at(-1) === 'eventType';
  expect(relaxFilter(filter, isType)?.matches(created)).toBe(true);
  expect(relaxFilter(filter, () => true)).toBeUndefined();
});
