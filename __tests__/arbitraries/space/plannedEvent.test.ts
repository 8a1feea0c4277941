import { type EventSpace, eventSpace } from '../../../arbitraries/space/eventSpace.ts';
import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { unknownItemType } from '../../../model/facts/relatedItemTypes.ts';
import { draw } from '../../../src/harness/run/draw.ts';

const domain = exampleDomain as never;
const updated = eventSpace({ eventType: 'CASE.UPDATED', itemTypes: [], domain });
const comments = eventSpace({ eventType: 'RELATED_ITEM.CREATED', itemTypes: ['Comment'], domain });

function caseOf(space: EventSpace, coverageItem: PlannedEvent['coverageItem']): PlannedEvent {
  return space.cases([{ segments: [] }]).find((one) => one.coverageItem === coverageItem) as PlannedEvent;
}

test('each call builds a new and equal event', () => {
  const planned = caseOf(updated, 'longestText');
  expect(planned.event()).toEqual(planned.event());
  expect(planned.event()).not.toBe(planned.event());
});

test('an identity changes the ids of the event and of its sample alike, and so adds no difference', () => {
  const planned = caseOf(updated, 'noUser');
  const other = planned.withIdentity({ number: 7, run: 1 });
  expect(other.identity).toEqual({ number: 7, run: 1 });
  expect(planned.identity).toBeUndefined();
  expect(other.event().id).not.toBe(planned.event().id);
  expect(other.sample().id).toBe(other.event().id);
  const [difference, ...more] = planned.differences();
  expect(difference?.steps).toEqual(['detail', 'performedBy', 'user']);
  expect(more).toEqual([]);
  expect(other.differences()).toEqual(planned.differences());
});

test('the documented sample keeps to the documented dialect, and the sample to its own', () => {
  const dialect = resolveDialect({ performedBy: 'absent' });
  const planned = eventSpace({ eventType: 'CASE.UPDATED', itemTypes: [], domain, dialect }).sample();
  expect(planned.defaultSample()).toEqual(makeSample('CASE.UPDATED', exampleDomain));
  expect(planned.sample().detail.performedBy).toBeUndefined();
});

test('the sample has distance zero, each difference adds one, and a size adds ten', () => {
  expect(updated.sample()).toMatchObject({ isSample: true, distance: 0, differingIn: [], facts: [] });
  expect(caseOf(updated, 'noUser')).toMatchObject({ isSample: false, distance: 1, isPadded: false });
  expect(caseOf(updated, 'largest.ascii')).toMatchObject({
    isSample: false,
    distance: 10,
    isPadded: true,
    isCrowded: false,
  });
  expect(caseOf(updated, 'grown.mostFields').isCrowded).toBe(true);
});

test('each difference has the fact for which AWS may send it', () => {
  expect(caseOf(updated, 'noUser').facts).toEqual(['userOptional']);
  expect(caseOf(updated, 'largest.ascii').facts).toEqual(['textLength']);
  expect(caseOf(updated, 'grown.ascii').facts).toEqual(['domainGrows', 'size']);
  const tomorrow = eventSpace({ eventType: 'RELATED_ITEM.CREATED', itemTypes: [unknownItemType], domain });
  expect(tomorrow.sample().facts).toEqual(['additions']);
});

test('planned events have the same key only if their events are equal', () => {
  const planned = [updated.sample(), ...updated.cases([{ segments: [] }])];
  const keys = new Map(planned.map((one) => [one.key, JSON.stringify(one.event())]));
  for (const one of planned) expect(keys.get(one.key)).toBe(JSON.stringify(one.event()));
  expect(updated.sample().key).toBe(updated.sample().key);
  expect(comments.sample().key).not.toBe(updated.sample().key);
});

test('events with the same variation have equal differences, whatever their kind', () => {
  const slas = eventSpace({ eventType: 'RELATED_ITEM.CREATED', itemTypes: ['Sla'], domain });
  expect(caseOf(comments, 'noUser').differingIn).toEqual(caseOf(slas, 'noUser').differingIn);
  expect(caseOf(comments, 'noUser').differingIn).not.toEqual(caseOf(comments, 'longestText').differingIn);
});

test('an event with a longest text has a shortest form, and an event without its own size has none', () => {
  const body = (planned: PlannedEvent): string => {
    const { detail } = planned.event();
    return ('relatedItem' in detail ? detail.relatedItem.comment?.body : undefined) ?? '';
  };
  const longest = caseOf(comments, 'longestText');
  const shortest = longest.shorten() as PlannedEvent;
  expect(body(shortest).length).toBeLessThan(body(longest).length);
  expect(shortest).toMatchObject({ class: 'edge', coverageItem: 'longestText' });
  expect(caseOf(comments, 'noUser').shorten()).toBeUndefined();
  expect(updated.sample().shorten()).toBeUndefined();
});

test('the fact of an edge covers its place and the places below it', () => {
  const planned = comments.sample();
  expect(planned.edgeFactAt(['detail', 'relatedItem', 'comment', 'body'])).toBe(
    planned.edgeFactAt(['detail', 'relatedItem', 'comment', 'body', '0']),
  );
  expect(planned.edgeFactAt(['detail', 'relatedItem', 'comment', 'body'])).toBeDefined();
  expect(planned.edgeFactAt(['source'])).toBeUndefined();
});

test('shrinks are closer to the sample or smaller, and stay in the planned class', () => {
  const planned = caseOf(updated, 'nothingOptional');
  const smaller = [...planned.shrinks()];
  expect(smaller.length).toBeGreaterThan(0);
  for (const one of smaller) {
    expect(one.distance).toBeLessThan(planned.distance);
    expect(one.class).toBe('sparse');
  }
});

test('the check whether an event fits within a size agrees with building and measuring it', () => {
  const drawn = draw(() => updated.arbitrary(), { seed: 3, runs: 100 });
  for (const planned of [...drawn, ...updated.cases([])]) {
    const size = entrySize(planned.event());
    for (const most of [size - 1, size, 2000, 20_000, 262_144]) expect(planned.fitsWithin(most)).toBe(size <= most);
  }
});

test('a padded event has no shortest form, though its first difference has a size', () => {
  const padded = caseOf(updated, 'largest.longIds');
  expect([padded.isPadded, padded.differingIn[0]]).toEqual([true, 'caseId longestIdentifier']);
  expect(padded.shorten()).toBeUndefined();
  expect(caseOf(updated, 'longestIdentifier').shorten()).toBeDefined();
});
