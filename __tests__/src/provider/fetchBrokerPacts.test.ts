import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type BrokerAccess, resolveBrokerAccess } from '../../../src/broker/client/brokerAccess.ts';
import { requestFromBroker } from '../../../src/broker/client/requestFromBroker.ts';
import { WaitingBudget } from '../../../src/broker/client/waitingBudget.ts';
import { buildSelectors, fetchBrokerPacts } from '../../../src/provider/fetchBrokerPacts.ts';
import { resolvePublishing } from '../../../src/provider/resolvePublishing.ts';
import { endFakeBrokers, fakeBroker, type Request } from '../broker/fakeBroker.ts';
import { givingUpAtOnce, passingTime } from '../broker/passingTime.ts';

type Answer = (response: ServerResponse, url: string) => void;

afterEach(() => {
  jest.restoreAllMocks();
  endFakeBrokers();
});

/** A fake broker: it gives the n-th answer to the n-th request, and then repeats the last one. */
async function broker(answers: readonly Answer[]): Promise<{ access: BrokerAccess; requests: Request[] }> {
  let asked = 0;
  const { url, requests } = await fakeBroker((_, response, own) =>
    answers[Math.min(++asked, answers.length) - 1]?.(response, own),
  );
  const env = { PACT_BROKER_BASE_URL: url, PACT_BROKER_USERNAME: 'u', PACT_BROKER_PASSWORD: 'p' };
  return { access: resolveBrokerAccess(env), requests };
}

function json(value: (url: string) => unknown): Answer {
  return (response, url) => response.setHeader('content-type', 'application/hal+json').end(JSON.stringify(value(url)));
}

function status(code: number): Answer {
  return (response) => {
    response.statusCode = code;
    response.end('{}');
  };
}

const html: Answer = (response) => response.setHeader('content-type', 'text/html').end('<html>Log in</html>');

const index = json((url) => ({
  _links: { 'pb:provider-pacts-for-verification': { href: `${url}/pacts/provider/{provider}/for-verification` } },
}));
const listed = json((url) => ({
  _embedded: { pacts: [{ _links: { self: { href: `${url}/one`, name: 'Pact between a (1) and b' } } }] },
}));
const pact = json(() => ({ consumer: { name: 'a' }, provider: { name: 'b' }, messages: [{}] }));

test('selectors choose the pacts for verification, which are then fetched', async () => {
  const { access, requests } = await broker([index, listed, pact]);
  const pacts = await fetchBrokerPacts(access, 'a b', [{ mainBranch: true }]);
  expect(pacts.unread).toEqual([]);
  expect(pacts.pacts).toEqual([
    {
      address: `${access.url}/one`,
      text: '{"consumer":{"name":"a"},"provider":{"name":"b"},"messages":[{}]}',
      pact: expect.objectContaining({ source: 'Pact between a (1) and b', consumer: 'a' }),
    },
  ]);
  expect(requests.map(({ line }) => line)).toEqual([
    'GET /',
    'POST /pacts/provider/a%20b/for-verification',
    'GET /one',
  ]);
  expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
    consumerVersionSelectors: [{ mainBranch: true }],
    includePendingStatus: false,
  });
  expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set(['Basic dTpw']));
});

test('credentials go to no other address', async () => {
  const other = await broker([pact]);
  const elsewhere = json(() => ({ _embedded: { pacts: [{ _links: { self: { href: `${other.access.url}/x` } } }] } }));
  const { access } = await broker([index, elsewhere]);
  await fetchBrokerPacts(access, 'b', []);
  expect(other.requests).toEqual([{ line: 'GET /x', authorization: undefined, body: '' }]);
});

test('a link to another address that asks for credentials is reported as a problem', async () => {
  const other = await broker([status(401)]);
  const elsewhere = json(() => ({ _embedded: { pacts: [{ _links: { self: { href: `${other.access.url}/x` } } }] } }));
  const { access } = await broker([index, elsewhere]);
  const { unread } = await fetchBrokerPacts(access, 'b', []);
  expect(unread.map(({ problem }) => problem)).toEqual([
    `The broker at ${access.url} links to ${other.access.url}, which asks for credentials; they go to the broker's own address only. Set PACT_BROKER_BASE_URL where the broker runs, and let its proxy send X-Forwarded-Proto and X-Forwarded-Host. Or use the address that it links to.`,
  ]);
});

test('a missing or invalid pact does not stop the others', async () => {
  const links = ['one', 'two', 'three'].map((name) => ({ name, path: name }));
  const three = json((url) => ({
    _embedded: { pacts: links.map(({ name, path }) => ({ _links: { self: { href: `${url}/${path}`, name } } })) },
  }));
  const { access } = await broker([index, three, status(400), pact, json(() => ({ nothing: 1 }))]);
  const { pacts, unread } = await fetchBrokerPacts(access, 'b', []);
  expect(pacts.map(({ pact: { source } }) => source)).toEqual(['two']);
  expect(unread).toEqual([
    { source: 'one', problem: expect.stringMatching(/^The broker at .* refused the request\. It said:/) },
    { source: 'three', problem: expect.stringContaining('three is not a pact: it names no consumer and provider.') },
  ]);
});

test('an error names an environment that the broker does not know', async () => {
  const unknown: Answer = (response) => {
    response.statusCode = 400;
    response.end(
      '{"errors":{"consumerVersionSelectors":["environment with name \'mars\' does not exist at index 0"]}}',
    );
  };
  const { access } = await broker([index, unknown]);
  await expect(fetchBrokerPacts(access, 'b', [{ environment: 'mars' }])).rejects.toThrow(
    'has no environment "mars". Create it (npx pact broker create-environment --name mars --display-name mars), or name',
  );
});

test('a broker that fails twice is asked a third time', async () => {
  const { access, requests } = await broker([status(500), status(503), pact]);
  expect(await requestFromBroker(access, `${access.url}/one`)).toContain('"consumer"');
  expect(requests).toHaveLength(3);
});

test.each<[string, readonly Answer[], string]>([
  [
    'refuses the credentials',
    [status(401)],
    'refuses the credentials (401 Unauthorized). Look at PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  ],
  ['is a page of a proxy', [html], 'is not a Pact Broker: it sent text/html.'],
  [
    'is another service',
    [json(() => ({}))],
    'is not a Pact Broker: it sent JSON without a link pb:provider-pacts-for-verification.',
  ],
  ['does not know a page', [index, status(404)], '/pacts/provider/b/for-verification (404 Not Found).'],
  [
    'has no pact',
    [index, json(() => ({}))],
    'has no pact with b for [{"mainBranch":true}]. Publish one first (connect-cases publish)',
  ],
])('an error explains a broker that %s', async (_, answers, message) => {
  const { access } = await broker(answers);
  const asked = fetchBrokerPacts(access, 'b', [{ mainBranch: true }]);
  await expect(asked).rejects.toThrow(message);
});

test('a broker that keeps failing is given up', async () => {
  const pass = passingTime();
  const late: Answer = (response, url) => {
    pass(60_000);
    status(500)(response, url);
  };
  const { access, requests } = await broker([status(500), status(500), late]);
  await expect(requestFromBroker(access, access.url)).rejects.toThrow('keeps failing (500 Internal Server Error).');
  expect(requests).toHaveLength(3);
});

test('a broker that stays silent is given up', async () => {
  const { access } = await broker([() => {}]);
  await expect(requestFromBroker(access, access.url, undefined, 300)).rejects.toThrow(
    'did not answer within 60 seconds.',
  );
});

test('an error names a broker that does not exist', async () => {
  const { access } = await broker([]);
  endFakeBrokers();
  givingUpAtOnce();
  await expect(requestFromBroker(access, access.url)).rejects.toThrow(
    `The broker at ${access.url} cannot be reached: nothing listens there.`,
  );
});

test('without selectors, the pacts of the main branches and of deployed or released versions are fetched', () => {
  const nothing = { branch: [], mainBranch: false, environment: [], deployed: false };
  expect(buildSelectors(nothing)).toEqual([{ mainBranch: true }, { deployedOrReleased: true }]);
  expect(buildSelectors({ ...nothing, consumer: 'c' })).toEqual([
    { mainBranch: true, consumer: 'c' },
    { deployedOrReleased: true, consumer: 'c' },
  ]);
  expect(
    buildSelectors({ consumer: 'c', branch: ['x', 'y'], mainBranch: true, environment: ['prod'], deployed: true }),
  ).toEqual([
    { consumer: 'c', branch: 'x' },
    { consumer: 'c', branch: 'y' },
    { consumer: 'c', mainBranch: true },
    { consumer: 'c', environment: 'prod' },
    { consumer: 'c', deployed: true },
  ]);
});

test('publishing uses the version, the branch and the build', () => {
  const access = resolveBrokerAccess({ PACT_BROKER_BASE_URL: 'http://b', PACT_BROKER_TOKEN: 't' });
  const given = { publish: true, version: '1', branch: 'main', buildUrl: undefined };
  const ci = { GITLAB_CI: 'true', CI_JOB_URL: 'https://ci/1' };
  expect(resolvePublishing(access, given, ci)).toMatchObject({
    publishes: true,
    version: '1',
    branch: 'main',
    buildUrl: 'https://ci/1',
  });
  expect(() => resolvePublishing(access, { ...given, branch: '' }, {})).toThrow(
    '--provider-branch is ""; allowed: one line of text',
  );
});

test('an echo of the credentials by the broker is never shown', async () => {
  givingUpAtOnce();
  const token = 'tok-en+with/odd=1';
  const forms = [token, encodeURIComponent(token), Buffer.from(token).toString('base64')];
  for (const form of forms) {
    for (const answer of [
      (response) => response.writeHead(503, `not ${form}`).end('{}'),
      (response) => response.writeHead(400).end(`{"error":"not ${form}"}`),
      (response) => response.setHeader('content-type', `text/${form}`).end('<html>'),
    ] satisfies Answer[]) {
      const { access } = await broker([answer]);
      const own = resolveBrokerAccess({ PACT_BROKER_BASE_URL: access.url, PACT_BROKER_TOKEN: token });
      const { message } = await requestFromBroker(own, access.url).then(
        () => new Error('it was answered'),
        (error: Error) => error,
      );
      expect(message).toContain('***');
      expect(message).not.toContain(form);
    }
  }
});

test('an answer that unpacks to too many bytes is refused', async () => {
  const bomb: Answer = (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(80 * 1024 * 1024, 32)));
  const { access } = await broker([bomb]);
  await expect(requestFromBroker(access, `${access.url}/one`)).rejects.toThrow(
    `The broker at ${access.url} answers at ${access.url}/one with more than 67,108,864 bytes, unpacked: at most 67,108,864 are allowed`,
  );
});

test('a redirect to another origin gets no credentials and causes an error', async () => {
  const other = await broker([status(401)]);
  const { access } = await broker([(response) => response.writeHead(302, { location: other.access.url }).end()]);
  await expect(requestFromBroker(access, access.url)).rejects.toThrow(
    `links to ${other.access.url}, which asks for credentials`,
  );
  expect(other.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
});

test('stalled pacts share the waiting time of the command, and later ones are not requested', async () => {
  const names = Array.from({ length: 30 }, (_, number) => `pact ${number}`);
  const thirty = json((url) => ({
    _embedded: { pacts: names.map((name) => ({ _links: { self: { href: `${url}/x`, name } } })) },
  }));
  const { access, requests } = await broker([index, thirty, () => {}]);
  const { pacts, unread } = await fetchBrokerPacts(access, 'b', [], new WaitingBudget(1500));
  expect(pacts).toEqual([]);
  expect(unread[0]?.problem).toContain('did not answer within');
  expect(unread.at(-1)).toEqual({
    source: 'pact 29',
    problem: 'It was not fetched: the broker had already kept the command waiting for a minute.',
  });
  expect(requests).toHaveLength(3);
});
