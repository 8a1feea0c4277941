import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../contracts/ignored.ts';
import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import type { DeliveryRun } from '../../../../src/harness/delivery/deliveryRun.ts';
import { requireSomethingCompared } from '../../../../src/harness/delivery/requireSomethingCompared.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { all, contracts, take, transports } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
const options = { ...all, runs: 20 };

const ofNothing =
  'refunds: nothing that you observe depends on any event: options.observe returns the same after each delivery as before any event. Does it show what the handler stores? Does the handler return early, or not recognize the records?';

const dropped = async ({ records }: Any) => ({
  records: records.map(({ recordId }: Any) => ({ recordId, result: 'Dropped' })),
});

/** Mistakes the notification for the event inside it. */
const notUnwrapped = async ({ Records }: Any) => {
  for (const { body } of Records) {
    const event = JSON.parse(body);
    if (event.source === 'aws.cases') take(event);
  }
};

test.each<[string, Handler, object]>([
  ['a handler that does nothing', async () => undefined, {}],
  ['an observe that shows nothing of a correct handler', (event: Any) => take(event), { observe: () => [] }],
  ['a function that never looks into a record', viaSqs(async ({ Records }: Any) => void Records.length), {}],
  ['a function that drops every record', viaFirehose(dropped), {}],
])('%s fails, because nothing was compared', async (_, handler, others) => {
  const { message } = await rejection(verifyDelivery(contracts, handler, { ...options, ...others }));
  expect(message).toBe(ofNothing);
});

test('a handler that does nothing fails in few deliveries, too', async () => {
  const { message } = await rejection(verifyDelivery(contracts, async () => undefined, { ...options, runs: 3 }));
  expect(message).toBe(ofNothing);
});

test('a warning says that nothing was compared, if time ended the run after few deliveries', () => {
  const run = { contracts, options: { ...options, runs: 100 }, oracle: { showsWork: false }, first: [] };
  requireSomethingCompared({ ...run, passed: 5 } as unknown as DeliveryRun);
  expect(warnings).toEqual([`${ofNothing}\n`]);
  expect(() => requireSomethingCompared({ ...run, passed: 20 } as unknown as DeliveryRun)).toThrow(ofNothing);
});

test('a handler that calls nothing of what is watched fails, too', async () => {
  const { reset } = options;
  const downstream: DeliveryOptions['downstream'] = ({ watch }) => void watch(take);
  const { message } = await rejection(verifyDelivery(contracts, async () => undefined, { reset, downstream }));
  expect(message).toBe(
    'refunds: nothing that you observe depends on any event: the handler calls no watched function with success. Does downstream watch what the handler calls? Does the handler return early, or not recognize the records?',
  );
});

test('a table that reads nothing may have a handler that does nothing', async () => {
  const ignoring = contractsFor('refunds', {
    ...ignoringAll,
    'CASE.CREATED': ignored,
    'CASE.UPDATED': ignored,
    'CASE.DELETED': ignored,
  });
  await verifyDelivery(ignoring, async () => undefined, options);
});

test('a function that does not unwrap a notification is refused, with the missing line', async () => {
  await expect(verifyDelivery(contracts, viaSnsToSqs(notUnwrapped), options)).rejects.toThrow(
    'Let it read the event of JSON.parse(JSON.parse(record.body).Message), or write viaSnsToSqs(handler, { raw: true }), if',
  );
});

test.each(transports)('a consumer with real work behind %s passes', async (_, handler) => {
  await verifyDelivery(contracts, handler, options);
  expect(warnings.join('')).not.toContain('nothing');
});
