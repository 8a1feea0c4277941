import path from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { DeliveryViolation } from '../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../src/harness/delivery/verifyDelivery.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { inEmptyDirectories } from '../../emptyDirectory.ts';
import { rejection } from '../../rejection.ts';
import { all, contracts, reporting, take } from '../harness/delivery/correct.ts';

inEmptyDirectories();

/** As `cdk synth` writes it. */
const cdk = path.join(__dirname, 'templates', 'RefundsStack.template.json');

test('a rule, its queue and the mapping of the queue make the delivery to a function', async () => {
  const { rule, via, findings } = deliveryTo(cdk, 'Handler886CB40B');
  expect(rule).toEqual({
    source: ['aws.cases'],
    'detail-type': ['Amazon Connect Cases Change'],
    detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] },
  });
  expect(findings).toEqual([]);
  await verifyDelivery(contracts, via(reporting(take)), all);
});

test("a message comes as often as the template's maxReceiveCount says", async () => {
  const { via } = deliveryTo(cdk, 'Handler886CB40B');
  const counts = new Set<string>();
  const refusing = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    for (const { attributes } of Records) counts.add(attributes.ApproximateReceiveCount);
    return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
  const failure = await rejection(verifyDelivery(contracts, via(refusing), all));
  expect(failure).toBeInstanceOf(DeliveryViolation);
  expect([...counts]).toEqual(['1', '2', '3']);
});
