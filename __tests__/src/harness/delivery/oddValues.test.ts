import type { DeliveryOptions } from '../../../../src/harness/delivery/deliveryOptions.ts';
import { DeliveryViolation } from '../../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { viaSqs } from '../../../../src/harness/transports/sqs.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts, reporting } from './correct.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

/** The state of a consumer: each event makes a new value from the previous one. */
const kept: { of: Any } = { of: undefined };
const reset = (): void => {
  kept.of = { total: 0 };
};
const options: DeliveryOptions = { reset, observe: () => kept.of, runs: 30, tolerates: ['poison'] };

async function errorOf(handler: Handler, chosen: Partial<DeliveryOptions> = {}): Promise<Error> {
  return rejection(verifyDelivery(contracts, handler, { ...options, ...chosen }));
}

/** Keeps a value for everything that is not a case event, and otherwise nothing. */
const keepsOfPoison =
  (odd: () => unknown): Handler =>
  (event: Any) => {
    if (typeof (event.detail?.case ?? event.detail?.relatedItem)?.caseId !== 'string') kept.of.total = odd();
  };

const ring: { ring?: unknown } = {};
ring.ring = ring;

test.each<[string, unknown]>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['undefined', undefined],
  ['1970-01-01T00:00:00.000Z', new Date(0)],
  ['Map(0) {}', new Map()],
  ['1n', 1n],
  ['Symbol(odd)', Symbol('odd')],
  ['the function odd', function odd() {}],
  ['<ref *1> { ring: [Circular *1] }', ring],
])('%s left behind only by a poisoned record is a violation with that delivery', async (text, value) => {
  const error = await errorOf(keepsOfPoison(() => value));
  expect(error).toBeInstanceOf(DeliveryViolation);
  expect(error.message).toContain(
    `refunds: a poisoned record leaves ${text} in what the handler keeps.\n\nThe delivery (1 event)\n`,
  );
  expect(error.message).toMatch(/What differs\n {2}observe\(\)\.total\S*: (0|nothing) expected, /);
  expect(error.message).toContain(` expected, ${text} received\n`);
  expect((error as DeliveryViolation).faults).toEqual([expect.objectContaining({ kind: 'poison' })]);
});

test('an observe that fails only after a poisoned record is a violation, too', async () => {
  const observe = (): unknown => kept.of.total.toFixed(2);
  const error = await errorOf(
    keepsOfPoison(() => undefined),
    { observe },
  );
  expect(error).toBeInstanceOf(DeliveryViolation);
  expect(error.message.split('\n')[0]).toBe('refunds: options.observe fails after a poisoned record.');
  expect(error.message).toContain(
    'What differs\n  observe(): "0.00" expected, an error (TypeError: Cannot read properties of undefined',
  );
  expect(error.cause).toBeInstanceOf(TypeError);
});

test('an observe that fails now and then is not a violation', async () => {
  let calls = 0;
  const observe = (): unknown => {
    if (++calls === 50) throw new Error('connection lost');
    return kept.of;
  };
  const error = await errorOf(() => undefined, { observe });
  expect(error).not.toBeInstanceOf(DeliveryViolation);
  expect(error.message).toMatch(
    /^refunds: options\.observe failed after delivery \d+: Error: connection lost\. So it is unknown what the handler did\. See the cause\.$/,
  );
  expect(error.cause).toEqual(new Error('connection lost'));
});

test('NaN under another fault is a violation, too', async () => {
  const seen = new Set<string>();
  const handler = ({ id }: Any): void => {
    if (seen.has(id)) kept.of.total = Number.NaN;
    seen.add(id);
  };
  const afresh = (): void => {
    reset();
    seen.clear();
  };
  const error = await errorOf(handler, { reset: afresh, tolerates: ['duplicates'] });
  expect(error.message).toMatch(
    /^refunds: the handler is not idempotent.*\n[\s\S]*observe\(\)\.total: 0 expected, NaN received\n/,
  );
});

test('NaN behind a queue is a violation, too', async () => {
  const handler = viaSqs(reporting(keepsOfPoison(() => Number.NaN) as never), { batchSize: 3 });
  const { message } = await errorOf(handler);
  expect(message.split('\n')[0]).toBe('refunds: a poisoned record leaves NaN in what the handler keeps.');
});

test('NaN after a clean delivery is a violation with the shortest delivery', async () => {
  const handler = ({ detail }: Any): void => {
    if (detail.eventType === 'CASE.DELETED') kept.of.total = Number(detail.case.amount);
  };
  const error = await errorOf(handler);
  expect(error).toBeInstanceOf(DeliveryViolation);
  expect(error.message).toMatch(
    /^refunds: the handler keeps NaN, though nothing went wrong with the delivery\.\n\nThe delivery \(2 events\)\n {2}1\. CASE\.CREATED, .*\n {2}2\. CASE\.DELETED, [\s\S]*\n {2}observe\(\)\.total: a number expected, NaN received\n\nReplay\n/,
  );
});

test('any other non-JSON value after a clean delivery is a wrong argument, and the error names that delivery', async () => {
  const handler = (event: Any): void => {
    kept.of = new Map([[event.id, 1]]);
  };
  const { message } = await errorOf(handler);
  expect(message).toMatch(
    /^the result of options\.observe is Map\(1\) .*; allowed: JSON: .*\. This is its result after a clean delivery of (CASE|RELATED_ITEM)\.[A-Z]+.*\. Return a list of rows, such as \[\.\.\.map\.entries\(\)\], and dates as texts\.$/,
  );
});

test('an answer with a throwing getter is a failure of observe', async () => {
  const observe = (): unknown => ({
    get rows() {
      throw new Error('disposed');
    },
  });
  const error = await errorOf(() => undefined, { observe });
  expect(error.message).toMatch(
    /^refunds: options\.observe failed after delivery \d+: Error: disposed\. So it is unknown what the handler did\. See the cause\.$/,
  );
  expect(error.cause).toEqual(new Error('disposed'));
});
