import { type MessageServer, serveMessages } from '../../../../src/broker/provider/messageServer.ts';

let server: MessageServer | undefined;
afterEach(() => server?.close());

async function ask(answer: Parameters<typeof serveMessages>[0], body: string): Promise<Response> {
  server = await serveMessages(answer);
  return fetch(server.url, { method: 'POST', body });
}

test('answers a question with the message and its metadata', async () => {
  const metadata = { contentType: 'application/json', queue: 'q' };
  const response = await ask(({ description }) => ({ body: `["${description}"]`, metadata }), '{"description":"d"}');
  expect(await response.json()).toEqual(['d']);
  const header = response.headers.get('pact-message-metadata') ?? '';
  expect(JSON.parse(Buffer.from(header, 'base64').toString())).toEqual(metadata);
});

test('takes questions with long parameters, which the server of Pact itself does not', async () => {
  const providerStates = [{ name: 's', params: { long: 'x'.repeat(1_000_000) } }];
  const response = await ask(() => ({ body: '1', metadata: {} }), JSON.stringify({ description: 'd', providerStates }));
  expect([response.status, server?.errors]).toEqual([200, []]);
});

test('keeps what was thrown, which Pact would hide', async () => {
  const response = await ask(() => {
    throw new Error('no such event');
  }, '{"description":"d"}');
  expect(response.status).toBe(500);
  expect(server?.errors).toEqual([new Error('no such event')]);
});
