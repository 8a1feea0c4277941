import path from 'node:path';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { eventFor, received } from './received.ts';

const sam = path.join(__dirname, 'templates', 'sam.yaml');

test('a rule to a queue, and the SQS event of a function, with parameters, mappings and conditions', async () => {
  const delivery = deliveryTo(sam, 'RefundsFunction');
  expect(delivery.rule).toEqual({
    source: ['aws.cases'],
    'detail-type': ['Amazon Connect Cases Change'],
    detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] },
  });
  expect(delivery.findings).toEqual([]);
  expect(delivery.advice).toEqual([]);
  expect(delivery.state).toBe('ENABLED');
  expect(delivery.settings).toEqual({
    transport: 'sqs',
    batchSize: 25,
    maximumBatchingWindowInSeconds: 5,
    maxReceiveCount: 2,
    reportBatchItemFailures: true,
    deadLetterQueue: true,
    filters: ['{ "body": { "detail": { "eventType": ["CASE.UPDATED"] } } }'],
  });
  expect(delivery.ways).toEqual([['RefundsRule', 'RefundsQueue', 'RefundsFunctionQueue', 'RefundsFunction']]);
  const inputs = await received(delivery, eventFor('CASE.CREATED'), eventFor('CASE.UPDATED'));
  expect(inputs.map(({ Records }) => JSON.parse(Records[0].body).detail.eventType)).toEqual(['CASE.UPDATED']);
});

test('a function is found by its FunctionName, which the template joins', () => {
  expect(deliveryTo(sam, 'refunds-dev').ways[0]?.at(-1)).toBe('RefundsFunction');
  const { ways, state, settings } = deliveryTo(sam, 'refunds-prod', { parameters: { Stage: 'prod' } });
  expect(ways[0]?.at(-1)).toBe('RefundsFunction');
  expect(state).toBe('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS');
  expect(settings.maxReceiveCount).toBe(6);
});

test('an EventBridgeRule event of a function, with its InputPath', async () => {
  const delivery = deliveryTo(sam, 'AuditFunction');
  expect(delivery.rule).toEqual({ source: ['aws.cases'] });
  expect(delivery.findings).toEqual([]);
  const event = eventFor('CASE.DELETED');
  expect(await received(delivery, event)).toEqual([(event as { detail: object }).detail]);
});

test('an SNS event with a queue of its own, its filter policy and its defaults', async () => {
  const delivery = deliveryTo(sam, 'SearchFunction');
  expect(delivery.ways[0]).toEqual([
    'TopicRule',
    'CasesTopic',
    'SearchFunctionTopic',
    'SearchFunctionTopicQueue',
    'SearchFunctionTopicEventSourceMapping',
    'SearchFunction',
  ]);
  expect(delivery.findings.map(({ what }) => what)).toEqual([
    'The event source mapping SearchFunctionTopicEventSourceMapping has no ReportBatchItemFailures',
    'The queue SearchFunctionTopicQueue has no dead-letter queue',
  ]);
  const inputs = await received(delivery, eventFor('RELATED_ITEM.CREATED'), eventFor('CASE.CREATED'));
  expect(inputs.map(({ Records }) => JSON.parse(JSON.parse(Records[0].body).Message).detail.eventType)).toEqual([
    'CASE.CREATED',
  ]);
});

test('a Kinesis event of a function that a condition creates', async () => {
  expect(() => deliveryTo(sam, 'Ledger')).toThrow(
    'functionId is "Ledger"; allowed: "RefundsFunction" (refunds-dev), "AuditFunction", "SearchFunction".',
  );
  const parameters = { Stage: 'prod', 'AWS::AccountId': '444455556666' };
  const delivery = deliveryTo(sam, 'Ledger', { parameters });
  expect(delivery.rule).toEqual({ source: ['aws.cases'], account: ['444455556666'] });
  const [input] = await received(delivery, eventFor('CASE.CREATED'));
  expect(input.Records[0].eventSource).toBe('aws:kinesis');
});

test('what the deployment decides is named, with what to write', () => {
  expect(() => deliveryTo(sam, 'Ledger', { parameters: { Stage: 'prod' } })).toThrow(
    "the EventPattern of StreamRule is unknown: it depends on AWS::AccountId; allowed: a value that the template decides, or that options.parameters gives. AWS::AccountId depends on the deployment. Write deliveryTo(template, functionId, { parameters: { 'AWS::AccountId': … } }).",
  );
});
