import { type MessageServer, serveMessages } from '../../../../src/provider/verifier/messageServer.ts';

let server: MessageServer | undefined;
afterEach(() => server?.close());

async function ask(answer: Parameters<typeof serveMessages>[0], body: string): Promise<Response> {
  server = await serveMessages(answer);
  return fetch(server.url, { method: 'POST', body });
}

test('the server answers a request with the message and its metadata', async () => {
  const metadata = { contentType: 'none\r\n', queue: 'q' };
  const response = await ask(
    ({ description }) => ({ body: `["${description}"]`, contentType: 'application/json', metadata }),
    '{"description":"d"}',
  );
  expect(await response.json()).toEqual(['d']);
  expect(response.headers.get('content-type')).toBe('application/json');
  const header = response.headers.get('pact-message-metadata') ?? '';
  expect(JSON.parse(Buffer.from(header, 'base64').toString())).toEqual(metadata);
});

test("the server accepts requests with long parameters, which Pact's own server does not", async () => {
  const providerStates = [{ name: 's', params: { long: 'x'.repeat(1_000_000) } }];
  const response = await ask(
    () => ({ body: '1', contentType: 'application/json', metadata: {} }),
    JSON.stringify({ description: 'd', providerStates }),
  );
  expect([response.status, server?.errors]).toEqual([200, []]);
});

test('the server keeps errors, which Pact would hide', async () => {
  const response = await ask(() => {
    throw new Error('no such event');
  }, '{"description":"d"}');
  expect(response.status).toBe(500);
  expect(server?.errors).toEqual([new Error('no such event')]);
});

test.each([
  ['no secret', (url: string) => new URL(url).origin],
  ['half of the secret', (url: string) => url.slice(0, -32)],
  ['another secret', (url: string) => `${new URL(url).origin}/${'0'.repeat(64)}`],
  ['more than the secret', (url: string) => `${url}00`],
  ['the secret in another place', (url: string) => url.replace(/\/(?=[0-9a-f]{64}$)/, '/?/')],
])('a request with %s gets 404, no event, and fails nothing', async (_, address) => {
  let asked = 0;
  server = await serveMessages(() => {
    asked += 1;
    return { body: '"a person\'s"', contentType: 'application/json', metadata: {} };
  });
  const response = await fetch(address(server.url), { method: 'POST', body: 'no JSON' });
  expect([response.status, await response.text(), asked, server.errors]).toEqual([404, '', 0, []]);
});

test('each server has its own secret of 256 bits', async () => {
  const other = await serveMessages(() => ({ body: '1', contentType: 'application/json', metadata: {} }));
  server = await serveMessages(() => ({ body: '1', contentType: 'application/json', metadata: {} }));
  const [one, two] = [server, other].map(({ url }) => /^http:\/\/127\.0\.0\.1:\d+\/([0-9a-f]{64})$/.exec(url)?.[1]);
  await other.close();
  expect(one).toEqual(expect.any(String));
  expect(two).not.toBe(one);
});
