import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchFromBroker } from '../../../../src/broker/client/fetchFromBroker.ts';

// The certificates of SSL_CERT_FILE are tested with a real broker behind TLS, in scripts/broker.
let proxy: Server;
const asked: string[] = [];
const before = { ...process.env };

beforeAll(async () => {
  proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('by the proxy');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  Object.assign(process.env, { http_proxy: `http://127.0.0.1:${port}`, no_proxy: `127.0.0.1:${port}` });
});

afterAll(() => {
  process.env = before;
  proxy.closeAllConnections();
  proxy.close();
});

test('requests to a broker use the proxy of the environment', async () => {
  const response = await fetchFromBroker('http://broker.example.com/pacts', {});
  expect(await response.text()).toBe('by the proxy');
  expect(asked).toEqual(['GET http://broker.example.com/pacts']);
});

test('requests to hosts in NO_PROXY use no proxy', async () => {
  asked.length = 0;
  await fetchFromBroker(`${process.env.http_proxy}/pacts`, { method: 'HEAD' });
  expect(asked).toEqual(['HEAD /pacts']);
});
