import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaFirehose } from '../../../../src/harness/transports/firehose.ts';
import { viaSnsToSqs } from '../../../../src/harness/transports/snsToSqs.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { all, contracts, take, transports } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
const options = { ...all, runs: 20 };

const ofNothing =
  'refunds: nothing was compared: options.observe returns the same after each delivery as before any event. Does it show what the handler stores? Does the handler return early, or not recognize the records?\n';

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
])('%s causes a warning that nothing was compared', async (_, handler, others) => {
  await verifyDelivery(contracts, handler, { ...options, ...others });
  expect(warnings).toEqual([ofNothing]);
});

test('a function that does not unwrap a notification is refused, with the missing line', async () => {
  await expect(verifyDelivery(contracts, viaSnsToSqs(notUnwrapped), options)).rejects.toThrow(
    'Let it read the event of JSON.parse(JSON.parse(record.body).Message), or write viaSnsToSqs(handler, { raw: true }), if',
  );
});

test.each(transports)('a consumer with real work behind %s causes no such warning', async (_, handler) => {
  await verifyDelivery(contracts, handler, options);
  expect(warnings.join('')).not.toContain('nothing was compared');
});

test('a few deliveries without any effect cause no such warning', async () => {
  await verifyDelivery(contracts, async () => undefined, { ...options, runs: 5 });
  expect(warnings).toEqual([]);
});
