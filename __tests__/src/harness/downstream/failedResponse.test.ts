import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { findFailedResponse } from '../../../../src/harness/downstream/failedResponse.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { rejection } from '../../../helpers/rejection.ts';
import { contracts } from '../delivery/correct.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

describe('a service that answers with responses', () => {
  const plain = { ok: true, status: 200, statusText: 'OK', json: async () => ({ id: 7 }) };

  test('answers 429 when it throttles and 503 when it fails', async () => {
    const make = findFailedResponse(new Response('{}'));
    const [throttled, failed] = [make?.('throttling'), make?.('serverError')] as Response[];
    expect(throttled).toBeInstanceOf(Response);
    expect([throttled?.ok, throttled?.status, throttled?.statusText]).toEqual([false, 429, 'Too Many Requests']);
    expect([failed?.ok, failed?.status, await failed?.text()]).toEqual([false, 503, 'Service Unavailable']);
  });

  test('rejects when it times out', () => {
    expect(findFailedResponse(new Response())?.('timeout')).toBeUndefined();
  });

  test('may be a double that answers plain objects: their other members stay', () => {
    expect(findFailedResponse(plain)?.('throttling')).toEqual({
      ...plain,
      ok: false,
      status: 429,
      statusText: 'Too Many Requests',
    });
    expect(plain.ok).toBe(true);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['the output of the AWS SDK', { $metadata: { httpStatusCode: 200 } }],
    ['a row with a status', { status: 'open', ok: true }],
  ])('is not taken for one that answers %s', (_, answer) => {
    expect(findFailedResponse(answer)).toBeUndefined();
  });
});

describe.each<[string, () => Any]>([
  ['the global fetch', () => new Response()],
  ['a double of it', () => ({ ok: true, status: 200 })],
])('an outage of %s', (_, answer) => {
  const api = { put: async (_url: string): Promise<Any> => answer() };
  const options = {
    reset: () => undefined,
    downstream: ({ watch }: Any) => {
      api.put = watch(api.put, { name: 'fetch' });
    },
    tolerates: ['outage'] as const,
    runs: 30,
  };
  const put = async ({ detail }: Any): Promise<Any> =>
    api.put(`https://example.com/${detail.case?.caseId ?? detail.relatedItem?.relatedItemId}`);

  test('passes a handler that looks at the status', () =>
    verifyDelivery(
      contracts,
      async (event: Any) => {
        const { ok, status } = await put(event);
        if (!ok) throw new Error(`The answer is ${status}`);
      },
      options,
    ));

  test('fails a handler that does not', async () => {
    const { message } = await rejection(
      verifyDelivery(contracts, async (event: Any) => void (await put(event)), options),
    );
    expect(message).toMatch(/^refunds: a failed call is swallowed:/);
    expect(message).toMatch(
      /^ {2}1\. fetch\("https:\/\/example\.com\/[\w-]+"\): failed before it had its effect \(it answered 429 Too Many Requests\) ← the outage$/m,
    );
  });
});
