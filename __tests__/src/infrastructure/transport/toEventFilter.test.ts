import { fixture } from '../../../../arbitraries/fixture.ts';
import { eventTypes } from '../../../../model/facts/eventTypes.ts';
import { kinesis } from '../../../../src/harness/transports/kinesis.ts';
import { makeMessage } from '../../../../src/harness/transports/message.ts';
import { snsToSqs, snsToSqsRaw } from '../../../../src/harness/transports/snsToSqs.ts';
import { sqs } from '../../../../src/harness/transports/sqs.ts';
import type { Transport } from '../../../../src/harness/transports/transport.ts';
import { compileMappingFilter } from '../../../../src/infrastructure/transport/compileMappingFilter.ts';
import { toEventFilter } from '../../../../src/infrastructure/transport/toEventFilter.ts';

const namePlace = (index: number): string => `M.Filters[${index}]`;
const events = eventTypes.flatMap((type) =>
  (['sample', 'typical', 'sparse', 'edge'] as const).flatMap((eventClass) =>
    [0, 1, 2].map((seed) => fixture(type, { class: eventClass, seed })),
  ),
);

const patterns: Readonly<Record<string, readonly object[]>> = {
  'an event type': [{ detail: { eventType: ['CASE.UPDATED'] } }],
  'one of two patterns': [
    { detail: { eventType: ['CASE.UPDATED'] } },
    { detail: { case: { caseId: [{ exists: true }] } } },
  ],
  absence: [{ detail: { performedBy: { user: { userArn: [{ exists: false }] } } } }],
  'branches of $or': [
    {
      $or: [
        { detail: { eventType: [{ suffix: '.DELETED' }] } },
        { detail: { relatedItem: { relatedItemType: ['Sla'] } } },
      ],
    },
  ],
  'a name with dots': [{ 'detail.eventType': [{ prefix: 'RELATED' }] }],
  'elements of lists': [{ detail: { changedFieldIds: ['title'] } }, { resources: [{ wildcard: '*/related-item/*' }] }],
};

const carriers: readonly (readonly [name: string, transport: Transport, key: string])[] = [
  ['a queue', sqs, 'body'],
  ['a queue behind a topic with raw messages', snsToSqsRaw, 'body'],
  ['a stream', kinesis, 'data'],
];

describe.each(carriers)('behind %s', (_, transport, key) => {
  test.each(Object.entries(patterns))('a filter on %s decides about events as about their records', (_name, some) => {
    const filter = compileMappingFilter(
      some.map((pattern) => JSON.stringify({ [key]: pattern })),
      transport,
      namePlace,
    );
    const ofEvents = toEventFilter(filter, transport);
    const decided = events.map((event) => ofEvents?.matches(event));
    expect(decided).toEqual(events.map((event) => filter.admits(makeMessage(event))));
    expect(new Set(decided)).toEqual(new Set([true, false]));
    expect(events.map((event) => ofEvents?.explain(event).length === 0)).toEqual(decided);
  });

  test('a filter on ids and times of records does not decide by the event', () => {
    const place = key === 'data' ? 'sequenceNumber' : 'messageId';
    const filter = compileMappingFilter([JSON.stringify({ [place]: [{ prefix: '1' }] })], transport, namePlace);
    expect(toEventFilter(filter, transport)).toBeUndefined();
  });
});

test('no event gets through a filter that looks for it in a notification, and every one through a filter on the notification', () => {
  const filterOf = (pattern: object) =>
    toEventFilter(compileMappingFilter([JSON.stringify(pattern)], snsToSqs, namePlace), snsToSqs);
  const within = filterOf({ body: { detail: { eventType: [{ exists: true }] } } });
  expect(events.some((event) => within?.matches(event))).toBe(false);
  const around = filterOf({ body: { Type: ['Notification'] } });
  expect(events.every((event) => around?.matches(event))).toBe(true);
});
