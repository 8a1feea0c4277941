import type { FirehoseTransformationEvent, KinesisStreamEvent, SNSEvent, SQSEvent } from 'aws-lambda';
import { fixture } from '../../../arbitraries/fixture.ts';
import { wrapInEnvelope } from '../../../src/cli/envelope.ts';

const event = fixture('CASE.UPDATED', { seed: 1 });

test('without an envelope the event stays the same', () => {
  expect(wrapInEnvelope('none', event)).toBe(event);
});

test('SQS carries it as the body of a record', () => {
  const { Records } = wrapInEnvelope('sqs', event) as SQSEvent;
  expect(Records).toHaveLength(1);
  expect(JSON.parse(String(Records[0]?.body))).toEqual(event);
  expect(Records[0]).toMatchObject({
    messageId: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
    md5OfBody: expect.stringMatching(/^[\da-f]{32}$/),
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:111122223333:cases-events',
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(Date.parse(event.time)) },
  });
});

test('SNS carries it as the message of a record', () => {
  const { Records } = wrapInEnvelope('sns', event) as SNSEvent;
  expect(Records).toHaveLength(1);
  expect(JSON.parse(String(Records[0]?.Sns.Message))).toEqual(event);
  expect(Records[0]).toMatchObject({ EventSource: 'aws:sns', EventVersion: '1.0' });
  expect(Records[0]?.EventSubscriptionArn.startsWith(`${Records[0]?.Sns.TopicArn}:`)).toBe(true);
});

test('Kinesis carries it as base64, under the id of the event', () => {
  const { Records } = wrapInEnvelope('kinesis', event) as KinesisStreamEvent;
  expect(Records).toHaveLength(1);
  expect(JSON.parse(Buffer.from(String(Records[0]?.kinesis.data), 'base64').toString())).toEqual(event);
  expect(Records[0]).toMatchObject({
    kinesis: { partitionKey: event.id, approximateArrivalTimestamp: Date.parse(event.time) / 1000 },
    eventSource: 'aws:kinesis',
    eventSourceARN: 'arn:aws:kinesis:us-east-1:111122223333:stream/cases-events',
    eventID: `shardId-000000000000:${Records[0]?.kinesis.sequenceNumber}`,
  });
});

test('Firehose carries it as base64, to be transformed', () => {
  const { records, region } = wrapInEnvelope('firehose', event) as FirehoseTransformationEvent;
  expect([records.length, region]).toEqual([1, 'us-east-1']);
  expect(JSON.parse(Buffer.from(String(records[0]?.data), 'base64').toString())).toEqual(event);
  expect(records[0]?.approximateArrivalTimestamp).toBe(Date.parse(event.time));
});

test('the same event gives the same envelope, and another event other ids', () => {
  const other = fixture('CASE.UPDATED', { seed: 2 });
  for (const name of ['sqs', 'sns', 'kinesis', 'firehose'] as const) {
    expect(wrapInEnvelope(name, event)).toEqual(wrapInEnvelope(name, event));
  }
  const ids = [event, other].map((one) => (wrapInEnvelope('sqs', one) as SQSEvent).Records[0]?.messageId);
  expect(new Set(ids).size).toBe(2);
});

test('an event as large as its transport carries fits, and one byte more does not', () => {
  const bytes = (entry: number): number => Buffer.byteLength(JSON.stringify(sized(entry)));
  const sized = (entry: number) => fixture('CASE.UPDATED', { bytes: entry });
  const largest = 1_048_000 + (1_048_576 - bytes(1_048_000));
  expect(bytes(largest)).toBe(1_048_576);
  expect(wrapInEnvelope('sqs', sized(largest))).toHaveProperty('Records.length', 1);
  expect(() => wrapInEnvelope('sqs', sized(largest + 1))).toThrow(
    'the event as JSON is 1,048,577 bytes long; allowed: up to 1,048,576 bytes in the envelope sqs',
  );
});

test('an event that a transport cannot carry is refused', () => {
  const largest = fixture('CASE.UPDATED', { bytes: 1_048_576 });
  expect(() => wrapInEnvelope('sqs', largest)).toThrow(
    /^the event as JSON is 1,048,\d{3} bytes long; allowed: up to 1,048,576 bytes in the envelope sqs\. The delivered event is about 200 bytes larger than its entry, which --bytes sets\. Give fewer --bytes\./,
  );
  const fits = fixture('CASE.UPDATED', { bytes: 1_023_000 });
  for (const name of ['sqs', 'sns', 'kinesis', 'firehose'] as const) {
    const { Records, records = Records } = wrapInEnvelope(name, fits) as { Records?: unknown[]; records?: unknown[] };
    expect([name, records?.length]).toEqual([name, 1]);
  }
  expect(() => wrapInEnvelope('kinesis', largest)).toThrow('up to 1,048,576 bytes in the envelope kinesis');
  expect(() => wrapInEnvelope('firehose', fixture('CASE.UPDATED', { bytes: 1_024_000 }))).toThrow(
    'in the envelope firehose',
  );
});
