import { type FaultKind, verifyDelivery, type Watching } from 'connect-cases-contracts';
import { readModel } from '../src/handler';
import { naiveQueueHandler, refunds } from '../src/naiveQueue';
import { queueHandler } from '../src/queue';
import { contracts } from './contracts';
import { deployed } from './deployed';
import { reset } from './readModel';

const tolerates: readonly FaultKind[] = ['duplicates', 'reordering', 'loss', 'poison'];

/** Lets the database fail: each change is one call of it. */
async function downstream({ watch }: Watching): Promise<void> {
  const model = await readModel;
  model.once = watch(model.once);
}

async function observe(): Promise<object> {
  return (await readModel).cases();
}

test('the read model does not depend on how the queue delivers its events', () =>
  verifyDelivery(contracts, deployed.via(queueHandler), { reset, observe, tolerates }));

test('nor does it depend on a database that fails for a while', () =>
  verifyDelivery(contracts, deployed.via(queueHandler), {
    reset,
    observe,
    downstream,
    tolerates: ['duplicates', 'outage'],
  }));

/** The report on the naive version, without its replay line. */
async function failureOfNaive(tolerates: readonly FaultKind[]): Promise<string | undefined> {
  const kept = await refunds;
  const failure: unknown = await verifyDelivery(contracts, deployed.via(naiveQueueHandler), {
    reset: () => kept.exec('DELETE FROM refunds'),
    observe: () => kept.exec('SELECT case_id, amount FROM refunds ORDER BY case_id')[0]?.values ?? [],
    tolerates,
  }).catch((error: unknown) => error);
  return (failure as Error | undefined)?.message.split('\n\nReplay')[0];
}

test('its naive version takes an older event for a newer one', async () => {
  expect(await failureOfNaive(['reordering'])).toBe(`\
refunds: the handler resurrects a deleted case: an older event comes after the deletion.

The delivery (2 events)
  1. CASE.DELETED, changed 2022-03-16T23:16:58.893Z: done
  2. CASE.CREATED, changed 2022-03-16T23:16:57.893Z (comes late): done

What differs
  observe()[0]: nothing expected, ["54281fac-e2dc-408f-a4a7-8143e0d6eb7c",5] received

Why AWS may deliver this way
  EventBridge promises no order; approximateChangeTime "can be used for ordering" (documented)
    https://docs.aws.amazon.com/connect/latest/adminguide/case-event-streams-sample.html`);
});

test('and one poisoned record costs it the others of the batch', async () => {
  expect(await failureOfNaive(['poison'])).toBe(`\
refunds: one poisoned record blocks its batch, and an event is given up.

The delivery (1 event)
  1. a record that is not JSON (""): SyntaxError: Unexpected end of JSON input
  1. CASE.CREATED, changed 2022-03-16T23:16:57.893Z: SyntaxError: Unexpected end of JSON input
     and so 4 times more

What the handler did
  The event is set aside after its last attempt (SyntaxError: Unexpected end of JSON input).

Why AWS may deliver this way
  a queue, topic or stream takes messages from any permitted sender: a redrive, a script, a manual test (inferred)
    https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html`);
});
