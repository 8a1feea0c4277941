import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { withoutNetwork } from '../../../../src/cli/init/withoutNetwork.ts';
import { temporaryDirectory } from '../../../helpers/temporaryDirectory.ts';

const directory = temporaryDirectory();

/** The error of a socket. */
function failureOf(socket: net.Socket | http.ClientRequest): Promise<Error> {
  return new Promise((resolve) => socket.once('error', resolve));
}

test.each<[string, () => Promise<unknown>, string]>([
  ['net.connect', () => failureOf(net.connect(9, 'one.invalid')), 'one.invalid:9'],
  ['net.connect with options', () => failureOf(net.connect({ host: 'two.invalid', port: 9 })), 'two.invalid:9'],
  ['tls.connect', () => failureOf(tls.connect({ host: 'three.invalid', port: 9 })), 'three.invalid:9'],
  ['http.get', () => failureOf(http.get('http://four.invalid:9/')), 'four.invalid:9'],
  ['this machine', () => failureOf(net.connect(9)), 'localhost:9'],
])('%s fails, and its place is noted', async (_, call, place) => {
  await withoutNetwork(async (reached) => {
    const error = await call();
    expect(error).toMatchObject({ code: 'ENETUNREACH' });
    expect((error as Error).message).toBe(
      `connect-cases init refuses the connection to ${place}: the handler is only tried out.`,
    );
    expect([...reached]).toEqual([place]);
  });
});

test('sockets with a path stay open', async () => {
  const server = net.createServer((socket) => socket.end('hello'));
  const socket = path.join(directory, 'socket');
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  const text = await withoutNetwork(async (reached) => {
    const chunks: string[] = [];
    for await (const chunk of net.connect(socket)) chunks.push(String(chunk));
    expect(reached.size).toBe(0);
    return chunks.join('');
  });
  expect(text).toBe('hello');
  server.close();
});

test('afterwards connections work again, also after a failure', async () => {
  const server = net.createServer((socket) => socket.end('hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(withoutNetwork(() => Promise.reject(new Error('it fails')))).rejects.toThrow('it fails');
  const chunks: string[] = [];
  for await (const chunk of net.connect(port, '127.0.0.1')) chunks.push(String(chunk));
  expect(chunks.join('')).toBe('hello');
  server.close();
});
