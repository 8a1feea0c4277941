import { execFileSync } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askBroker } from '../../../../src/broker/client/askBroker.ts';
import { type BrokerAccess, resolveBrokerAccess } from '../../../../src/broker/client/brokerAccess.ts';
import { givingUpAtOnce, passingTime } from '../passingTime.ts';

// What stands between a client and a broker, and the ways in which a broker fails; the broker itself is real, in
// scripts/broker. The client is the real one.
let server: Server;
let requests: string[] = [];

/** Listens on a free port, and answers with the listener, which gets the number of earlier requests. */
async function answering(answer: (...parameters: [...Parameters<RequestListener>, number]) => void): Promise<number> {
  requests = [];
  server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    answer(request, response, requests.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(() => {
  jest.restoreAllMocks();
  server?.closeAllConnections();
  server?.close();
});

const token = 'a-token+with/odd=characters';

function access(port: number, credentials: Record<string, string> = { PACT_BROKER_TOKEN: token }): BrokerAccess {
  return resolveBrokerAccess({ PACT_BROKER_BASE_URL: `http://127.0.0.1:${port}`, ...credentials });
}

const question = ['can-i-deploy', '--pacticipant', 'refunds', '--version', '1'];

async function failure(of: BrokerAccess, patience?: number): Promise<string> {
  const error = await askBroker(question, of, patience).then(
    () => new Error('it was answered'),
    (cause: Error) => cause,
  );
  expect(`${error.message}${error.stack}`).not.toContain(token);
  return error.message;
}

test.each([
  [401, { PACT_BROKER_TOKEN: token }, 'refuses the credentials (401 Unauthorized). Look at PACT_BROKER_TOKEN.'],
  [
    401,
    { PACT_BROKER_USERNAME: 'dev', PACT_BROKER_PASSWORD: token },
    'refuses the credentials (401 Unauthorized). Look at PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  ],
  [
    401,
    {},
    'asks for credentials (401 Unauthorized). Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.',
  ],
  [
    403,
    { PACT_BROKER_TOKEN: token },
    'does not allow this with these credentials (403 Forbidden). They need the right to write: ask whoever runs the broker.',
  ],
])('the error for an answer of %d with %p says what to look at', async (status, credentials, message) => {
  const port = await answering((_, response) => response.writeHead(status).end('{}'));
  expect(await failure(access(port, credentials))).toBe(`The broker at http://127.0.0.1:${port} ${message}`);
  expect(requests).toHaveLength(1);
});

test('an unknown page (404) is reported with its status, for every caller', async () => {
  const port = await answering((_, response) => response.writeHead(404).end('{}'));
  expect(await askBroker(question, access(port))).toMatchObject({
    code: 1,
    status: { number: 404, words: '404 Not Found' },
  });
});

test('a page instead of an answer does not count as an answer of a broker', async () => {
  const port = await answering((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Please log in</html>'),
  );
  expect(await failure(access(port))).toBe(
    `The server at http://127.0.0.1:${port} is not a Pact Broker: it sent text/html; charset=utf-8. A proxy or a login page may be in the way, or the address has another path. Look at PACT_BROKER_BASE_URL, HTTPS_PROXY and NO_PROXY.`,
  );
});

test('a failing broker is asked again until it answers', async () => {
  const port = await answering((_, response, before) => response.writeHead(before < 2 ? 500 : 401).end('{}'));
  expect(await failure(access(port))).toContain('refuses the credentials');
  expect(requests).toHaveLength(3);
});

test('a broker that keeps failing is given up', async () => {
  const pass = passingTime();
  const port = await answering((_, response, before) => {
    if (before > 0) pass(60_000);
    response.writeHead(503).end('<html>down</html>');
  });
  expect(await failure(access(port))).toBe(
    `The broker at http://127.0.0.1:${port} keeps failing (503 Service Unavailable). Its log says why. Run the command again when the broker works.`,
  );
  expect(requests.length).toBeGreaterThan(1);
});

test('a broker that never answers is given up, and its client is ended', async () => {
  const port = await answering(() => undefined);
  expect(await failure(access(port), 1000)).toBe(
    `The broker at http://127.0.0.1:${port} did not answer within 60 seconds. Check whether it is up and not overloaded, then run the command again: that is safe.`,
  );
  const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(processes.split('\n').filter((line) => line.includes('pact broker can-i-deploy'))).toEqual([]);
});

test('the error says so if nothing listens', async () => {
  givingUpAtOnce();
  const port = await answering(() => undefined);
  server.close();
  expect(await failure(access(port))).toBe(
    `The broker at http://127.0.0.1:${port} cannot be reached: nothing listens there. Check PACT_BROKER_BASE_URL, the network and the proxies on the way; for a certificate of your own, also SSL_CERT_FILE. Then run the command again.`,
  );
});

test('a TLS error is not retried', async () => {
  const port = await answering((_, response) => response.end());
  const message = await failure(resolveBrokerAccess({ PACT_BROKER_BASE_URL: `https://127.0.0.1:${port}` }));
  expect(message).toContain(
    `The broker at https://127.0.0.1:${port} cannot be reached: it does not speak TLS there: the address may begin with http:.`,
  );
});

test("the broker's own error is passed on, without secrets", async () => {
  const port = await answering(({ headers }, response) =>
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end(JSON.stringify({ error: `not with ${headers.authorization}` })),
  );
  const { code, text } = await askBroker(question, access(port));
  expect(code).toBe(1);
  expect(text).toContain('not with Bearer ***');
  expect(text).not.toContain(token);
});
