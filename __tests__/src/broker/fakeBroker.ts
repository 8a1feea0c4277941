import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to a fake broker. */
export interface Request {
  readonly line: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A server in place of a broker. */
export interface FakeBroker {
  readonly url: string;
  readonly requests: Request[];
}

const servers: ReturnType<typeof createServer>[] = [];

/** Listens on a free port until `endFakeBrokers`, and answers with the listener. */
export async function fakeBroker(
  answer: (...parameters: [...Parameters<RequestListener>, string]) => void,
): Promise<FakeBroker> {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    requests.push({ line: `${request.method} ${request.url}`, authorization: request.headers.authorization, body });
    answer(request, response, url);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, requests };
}

/** Ends all fake brokers. */
export function endFakeBrokers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
