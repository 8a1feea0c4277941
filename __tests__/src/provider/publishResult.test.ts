import { resolveBrokerAccess } from '../../../src/broker/client/brokerAccess.ts';
import { parsePact } from '../../../src/provider/interaction/pact.ts';
import { publishResult } from '../../../src/provider/publishResult.ts';
import { resolvePublishing } from '../../../src/provider/resolvePublishing.ts';
import { endFakeBrokers, fakeBroker } from '../broker/fakeBroker.ts';

afterEach(endFakeBrokers);

function publish(url: string, link: string, branch?: string): Promise<void> {
  const access = resolveBrokerAccess({ PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: 'a-token' });
  const text = JSON.stringify({
    consumer: { name: 'c' },
    provider: { name: 'aws.cases' },
    _links: { 'pb:publish-verification-results': { href: link } },
  });
  const as = resolvePublishing(access, { publish: true, version: '1+2', branch, buildUrl: 'https://ci/1' }, {});
  const results = [{ interactionDescription: 'an update', success: false, mismatches: [] }];
  return publishResult({ pact: parsePact('c', text), address: `${url}/pact`, text }, as, false, results);
}

test('the version joins its branch before the result is sent, both with credentials', async () => {
  const { url, requests } = await fakeBroker(({ method }, response) =>
    response.end(method === 'PUT' ? '{}' : '{"providerApplicationVersion":"1+2","success":false}'),
  );
  await publish(url, `${url}/results`, 'feat/x');
  expect(requests.map(({ line, authorization }) => [line, authorization])).toEqual([
    ['PUT /pacticipants/aws.cases/branches/feat%2Fx/versions/1%2B2', 'Bearer a-token'],
    ['POST /results', 'Bearer a-token'],
  ]);
  expect(JSON.parse(requests[1]?.body ?? '')).toMatchObject({
    success: false,
    providerApplicationVersion: '1+2',
    buildUrl: 'https://ci/1',
    testResults: [{ interactionDescription: 'an update', success: false }],
  });
});

test('nothing is sent to another origin', async () => {
  const other = await fakeBroker((_, response) => response.end('{}'));
  const { url, requests } = await fakeBroker((_, response) => response.end('{}'));
  await expect(publish(url, `${other.url}/results`, 'main')).rejects.toThrow(
    `The broker at ${url} links to ${other.url}, which asks for credentials`,
  );
  expect([...other.requests, ...requests]).toEqual([]);
});

test.each([
  ['{}', 'The answer to the published result does not come from a Pact Broker: it does not repeat that result.'],
  [
    '{"providerApplicationVersion":"1+2","success":true}',
    'The answer to the published result does not come from a Pact Broker: it does not repeat that result.',
  ],
  [
    '{"providerApplicationVersion":"1","success":false}',
    'The answer to the published result does not come from a Pact Broker: it does not repeat that result.',
  ],
  ['<html>', 'is not a Pact Broker: it sent'],
])('an answer of %p does not count as an accepted result', async (answer, message) => {
  const { url } = await fakeBroker((_, response) => response.end(answer));
  await expect(publish(url, `${url}/results`)).rejects.toThrow(message);
});
