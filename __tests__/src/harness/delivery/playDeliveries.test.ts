import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts, reporting, take, world } from './correct.ts';

inEmptyDirectories();

async function messageWith(downstream: unknown): Promise<string> {
  const options = { ...world, runs: 1, downstream, timeout: 30 } as DeliveryOptions;
  return (await rejection(verifyDelivery(contracts, take, options))).message;
}

type Any = ReturnType<typeof JSON.parse>;

const todo =
  'Write downstream: ({ watch }) => { … }, and put a watched function in place of each that the handler calls: it is called once, before the first event.';
const allowed = 'a function that watches what the handler calls, as in ({ watch }) => { db.get = watch(db.get); }';

describe('options.downstream', () => {
  test('counts as hung after the time limit', async () => {
    expect(await messageWith(() => new Promise(() => {}))).toBe(
      'refunds: options.downstream did not settle in 30 ms, before the first event. Let it settle, or raise options.timeout.',
    );
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('no store'))],
    [
      'throws',
      () => {
        throw new Error('no store');
      },
    ],
  ])('is named if it %s', async (_, downstream) => {
    expect(await messageWith(downstream)).toBe(
      'refunds: options.downstream failed before the first event: Error: no store. See the cause.',
    );
  });

  test('is advised with its argument, which the function needs', async () => {
    expect(await messageWith(5)).toBe(`options.downstream is 5; allowed: ${allowed}. ${todo}`);
    expect(await messageWith(Promise.resolve())).toContain(
      'Write downstream: theFunction, without parentheses behind it, or downstream: ({ watch }) => … with the call in it.',
    );
  });

  test('must watch something', async () => {
    expect(await messageWith(() => undefined)).toBe(
      `options.downstream is a function; allowed: ${allowed}. It watches nothing. Put what watch returns in place of the function: db.get = watch(db.get).`,
    );
  });

  test.each<[string, (watching: Any) => unknown, string]>([
    [
      'no function',
      ({ watch }) => watch(7),
      'the first argument of watch is 7; allowed: a function that the handler calls.',
    ],
    [
      'a promise',
      ({ watch }) => watch(Promise.resolve()),
      'the first argument of watch is a promise; allowed: a function that the handler calls. Watch the function that returns the promise: client.put = watch(client.put).',
    ],
    [
      'a client',
      ({ watch }) => watch({ send: () => 0 }),
      'a function that the handler calls. It is a client of the AWS SDK v3: write watchClient(client).',
    ],
    [
      'no client',
      ({ watchClient }) => watchClient({ put: 1 }),
      'the first argument of watchClient is { put: 1 }; allowed: a client of the AWS SDK v3: an object with a function send. Watch the functions of any other client one by one: client.put = watch(client.put).',
    ],
    [
      'an unknown option',
      ({ watch }) => watch(() => 0, { onse: true }),
      'the option name in the options of watch is "onse"; allowed: "once", "name". Did you mean "once"?',
    ],
    [
      'a text for a flag',
      ({ watch }) => watch(() => 0, { once: 'yes' }),
      'once, an option of watch, is "yes"; allowed: true or false.',
    ],
    ['an empty name', ({ watch }) => watch(() => 0, { name: '' }), 'name, an option of watch, is ""; allowed: a text.'],
    [
      'one command instead of a list',
      ({ watchClient }) => watchClient({ send: () => 0 }, { once: 'SendEmailCommand' }),
      'once, an option of watchClient, is "SendEmailCommand"; allowed: a list with the names of commands, such as ["SendEmailCommand"].',
    ],
  ])('keeps the words about a wrong argument: %s', async (_, downstream, message) => {
    expect(await messageWith(downstream)).toContain(message);
  });
});

test("an outage needs something that is watched, and a second attempt of the event's transport", async () => {
  const outage = { ...world, tolerates: ['outage'] } as const;
  expect((await rejection(verifyDelivery(contracts, take, outage))).message).toBe(
    'options.tolerates is [ \'outage\' ]; allowed: no "outage" without options.downstream. An outage lets the functions fail that the handler calls, and none is watched. Add downstream: ({ watch }) => { db.put = watch(db.put); }.',
  );
  const once = viaSqs(reporting(take), { maxReceiveCount: 1 });
  const options: DeliveryOptions = { ...outage, downstream: ({ watch }) => watch(take) };
  expect((await rejection(verifyDelivery(contracts, once, options))).message).toBe(
    'options.tolerates is [ \'outage\' ]; allowed: no "outage" for this handler. Its transport gives an event up after one attempt.',
  );
});
