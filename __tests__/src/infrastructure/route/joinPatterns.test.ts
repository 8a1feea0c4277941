import { fixture } from '../../../../arbitraries/fixture.ts';
import { foreignEvents } from '../../../../arbitraries/foreignEvents.ts';
import { exampleDomain as domain } from '../../../../model/domain/exampleDomain.ts';
import { eventTypes } from '../../../../model/facts/eventTypes.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { draw } from '../../../../src/harness/run/draw.ts';
import { joinPatterns } from '../../../../src/infrastructure/route/joinPatterns.ts';

const source = ['aws.cases'];

const events = [
  ...eventTypes.flatMap((type) => [1, 2, 3].map((seed) => fixture(type, { domain, seed }))),
  ...draw(() => foreignEvents({ domain }), { seed: 0, runs: 40 }),
];

const patterns: readonly Record<string, unknown>[] = [
  { source },
  { source: [{ prefix: 'aws.' }] },
  { source: [{ prefix: 'aws.c' }, 'partner'] },
  { source, detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } },
  { source, detail: { eventType: ['CASE.CREATED', { prefix: 'RELATED_ITEM.' }] } },
  { source, detail: { eventType: ['CASE.UPDATED', 'CASE.DELETED'] } },
  { detail: { eventType: [{ 'anything-but': 'CASE.CREATED' }] } },
  { detail: { relatedItem: { relatedItemType: ['Comment', 'File'] } } },
  { detail: { $or: [{ eventType: ['CASE.UPDATED'] }, { relatedItem: { relatedItemType: ['Comment'] } }] } },
  { detail: { performedBy: { user: [{ exists: true }] } } },
  { resources: [{ wildcard: '*:case/*' }], 'detail-type': ['Amazon Connect Cases Change'] },
  { resources: [{ suffix: '7' }, 'arn'] },
];

test('a joined pattern matches exactly the events that both patterns match', () => {
  const outcomes = { joined: 0, disjoint: 0, refused: 0 };
  for (const [one, other] of patterns.flatMap((first) => patterns.map((second) => [first, second] as const))) {
    const both = events.map((event) => eventPattern(one).matches(event) && eventPattern(other).matches(event));
    const joined = joinPatterns(one, other);
    if ('pattern' in joined) {
      expect([one, other, events.map(eventPattern(joined.pattern).matches)]).toEqual([one, other, both]);
      outcomes.joined += 1;
    } else if (joined.isDisjoint) {
      expect(both).not.toContain(true);
      outcomes.disjoint += 1;
    } else outcomes.refused += 1;
  }
  expect(outcomes).toEqual({ joined: 126, disjoint: 2, refused: 16 });
});

test.each([
  ['the narrower list of values', { source }, { source: [{ prefix: 'aws.' }] }, { source }],
  [
    'the longer of two prefixes',
    { source: [{ prefix: 'aws.cases' }] },
    { source: [{ prefix: 'aws.' }] },
    { source: [{ prefix: 'aws.cases' }] },
  ],
  [
    'the values of one list that the other matches',
    { detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } },
    { detail: { eventType: [{ 'anything-but': 'CASE.CREATED' }] } },
    { detail: { eventType: ['CASE.UPDATED'] } },
  ],
  ['all keys of both', { source }, { account: ['1'] }, { source, account: ['1'] }],
])('keeps %s', (_, one, other, pattern) => {
  expect(joinPatterns(one, other)).toEqual({ pattern });
  expect(joinPatterns(other, one)).toEqual({ pattern });
});

test.each([
  [
    'two lists of values without a common one',
    { source },
    { source: ['aws.s3'] },
    { place: 'source', isDisjoint: true },
  ],
  [
    'two operators at one place',
    { detail: { eventType: [{ suffix: 'CREATED' }] } },
    { detail: { eventType: [{ prefix: 'CASE.' }] } },
    { place: 'detail.eventType', isDisjoint: false },
  ],
  // An event lists several resources: one may match the first, and another the second pattern.
  ['values of a list', { resources: ['a', 'b'] }, { resources: ['b', 'c'] }, { place: 'resources', isDisjoint: false }],
  [
    'alternatives of one place',
    { $or: [{ source }, { account: ['1'] }] },
    { source: ['b'] },
    { place: '$or', isDisjoint: false },
  ],
  [
    'objects of a list',
    { detail: { list: { a: [1] } } },
    { detail: { list: { b: [1] } } },
    { place: 'detail.list', isDisjoint: false },
  ],
])('does not join %s', (_, one, other, failed) => {
  expect(joinPatterns(one, other)).toEqual(failed);
  expect(joinPatterns(other, one)).toEqual(failed);
});
