import { Buffer } from 'node:buffer';
import { EventBridgeEnvelope } from '@aws-lambda-powertools/parser/envelopes/eventbridge';
import { KinesisEnvelope } from '@aws-lambda-powertools/parser/envelopes/kinesis';
import { KinesisFirehoseEnvelope } from '@aws-lambda-powertools/parser/envelopes/kinesis-firehose';
import { SnsEnvelope } from '@aws-lambda-powertools/parser/envelopes/sns';
import { SnsSqsEnvelope } from '@aws-lambda-powertools/parser/envelopes/sns-sqs';
import { SqsEnvelope } from '@aws-lambda-powertools/parser/envelopes/sqs';
import { JSONStringified } from '@aws-lambda-powertools/parser/helpers';
import type { FirehoseTransformationEvent, KinesisStreamEvent, SNSEvent, SNSMessage, SQSEvent } from 'aws-lambda';
import { z } from 'zod';
import { fixture } from '../../../../arbitraries/fixture.ts';
import { firehose } from '../../../../src/harness/transports/firehose.ts';
import { kinesis } from '../../../../src/harness/transports/kinesis.ts';
import { lambda } from '../../../../src/harness/transports/lambda.ts';
import { makeMessage } from '../../../../src/harness/transports/message.ts';
import { sns } from '../../../../src/harness/transports/sns.ts';
import { snsToSqs, snsToSqsRaw } from '../../../../src/harness/transports/snsToSqs.ts';
import { sqs, sqsFifo } from '../../../../src/harness/transports/sqs.ts';

const events = (['CASE.CREATED', 'RELATED_ITEM.CREATED', 'CASE.DELETED'] as const).map((type) => fixture(type));
const messages = events.map((event, sequence) => ({ ...makeMessage(event), sequence }));
const [event] = events;

/** The schema of a consumer that accepts everything, so that output equals input. */
const anything = z.record(z.string(), z.unknown());
const asText = JSONStringified(anything);

describe('the types are those of @types/aws-lambda', () => {
  test('SQS, FIFO, and topics before queues', () => {
    const typed: SQSEvent[] = [sqs, sqsFifo, snsToSqs, snsToSqsRaw].map(({ wrap }) => wrap(messages));
    expect(typed.map(({ Records }) => Records.length)).toEqual([3, 3, 3, 3]);
  });

  test('SNS, except for the subject, which is null if missing', () => {
    const typed: { Records: { Sns: Omit<SNSMessage, 'Subject'> & { Subject: null } }[] } = sns.wrap(messages);
    const withSubject: SNSEvent = {
      Records: sns.wrap(messages).Records.map((record) => ({ ...record, Sns: { ...record.Sns, Subject: 'a' } })),
    };
    expect(typed.Records.length).toBe(withSubject.Records.length);
  });

  test('Kinesis and Firehose', () => {
    const stream: KinesisStreamEvent = kinesis.wrap(messages);
    const delivery: FirehoseTransformationEvent = firehose.wrap(messages);
    expect([stream.Records.length, delivery.records.length]).toEqual([3, 3]);
  });
});

describe("Powertools' own envelopes parse them, and return the events", () => {
  test('EventBridge', () => {
    expect(EventBridgeEnvelope.parse(lambda.wrap(messages), anything)).toEqual(event?.detail);
  });

  test.each([
    ['SQS', sqs],
    ['SQS FIFO', sqsFifo],
    ['SNS to SQS, raw', snsToSqsRaw],
  ])('%s', (_, { wrap }) => {
    expect(SqsEnvelope.parse(wrap(messages), asText)).toEqual(events);
  });

  test('SNS to SQS', () => {
    expect(SnsSqsEnvelope.parse(snsToSqs.wrap(messages), asText)).toEqual(events);
  });

  test('SNS', () => {
    expect(SnsEnvelope.parse(sns.wrap(messages), asText)).toEqual(events);
  });

  test('Kinesis', () => {
    expect(KinesisEnvelope.parse(kinesis.wrap(messages), anything)).toEqual(events);
  });

  test('Firehose', () => {
    expect(KinesisFirehoseEnvelope.parse(firehose.wrap(messages), asText)).toEqual(events);
  });
});

describe('an envelope describes its message', () => {
  test('a queue counts the receptions of a message, keeps its id, and gives a new receipt', () => {
    const [first, third] = [1, 3].map((receiveCount) => sqs.wrap([{ ...message(), receiveCount }]).Records[0]);
    expect(first?.attributes.ApproximateReceiveCount).toBe('1');
    expect(third?.attributes.ApproximateReceiveCount).toBe('3');
    expect(third?.messageId).toBe(first?.messageId);
    expect(third?.receiptHandle).not.toBe(first?.receiptHandle);
  });

  test('a FIFO queue numbers messages in order, in one group', () => {
    const { Records } = sqsFifo.wrap(messages);
    const numbers = Records.map(({ attributes }) => attributes.SequenceNumber);
    expect(numbers.every((number) => /^\d{20}$/.test(number))).toBe(true);
    const inTime = [...messages.keys()].sort((one, other) => orderOf(one) - orderOf(other));
    expect([...numbers].sort()).toEqual(inTime.map((place) => numbers[place]));
    expect(new Set(Records.map(({ attributes }) => attributes.MessageGroupId))).toEqual(new Set(['cases']));
    expect(Records[0]?.eventSourceARN).toMatch(/\.fifo$/);
    expect(Records[0]?.attributes.MessageDeduplicationId).toMatch(/^[\da-f]{64}$/);
  });

  test('a topic before a queue needs two decodings, and spells addresses like topics do in JSON', () => {
    const body = JSON.parse(String(snsToSqs.wrap(messages).Records[0]?.body));
    expect(body).toMatchObject({ Type: 'Notification', SigningCertURL: expect.stringContaining('https://sns.') });
    expect(JSON.parse(body.Message)).toEqual(event);
  });

  test('a stream gives data in base64, and arrival times in seconds', () => {
    const [record] = kinesis.wrap(messages).Records;
    expect(JSON.parse(Buffer.from(String(record?.kinesis.data), 'base64').toString())).toEqual(event);
    expect(record?.kinesis.approximateArrivalTimestamp).toBe(Date.parse(String(event?.time)) / 1000);
    expect(record?.eventID).toBe(`shardId-000000000000:${record?.kinesis.sequenceNumber}`);
    expect(record?.kinesis.sequenceNumber).toMatch(/^\d{56}$/);
  });
});

function message() {
  return messages[0] as (typeof messages)[number];
}

function orderOf(place: number): number {
  const { sentAt, sequence } = messages[place] as (typeof messages)[number];
  return sentAt * 1000 + sequence;
}
