import { Buffer } from 'node:buffer';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The request of Pact's verifier: the message of an interaction in some provider states. */
export interface AskedMessage {
  readonly description: string;
  readonly providerStates?: readonly { readonly name: string; readonly params?: unknown }[];
}

/** The response: the body as JSON text, with its metadata. */
export interface ServedMessage {
  readonly body: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Answers Pact's verifier on a free port of the loopback interface. */
export interface MessageServer {
  /** Contains a secret: captured events are personal, and every user of the machine can reach the port. */
  readonly url: string;
  /** Errors while answering: the verifier hides them, and takes an empty message instead. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

/** The largest accepted request: it contains provider states, which may have long parameters. */
const MOST = 64 * 1024 * 1024;

/** Serves the messages of a run. The server of Pact's own library refuses requests of more than 100 KB. */
export async function serveMessages(answer: (asked: AskedMessage) => ServedMessage): Promise<MessageServer> {
  const errors: unknown[] = [];
  const secret = randomBytes(32);
  const server = createServer((request, response) => {
    // Requests from strangers get no answer, and are no failure of the run.
    if (!knows(secret, request.url)) {
      response.statusCode = 404;
      response.end();
      return;
    }
    read(request)
      .then((text) => answer(JSON.parse(text) as AskedMessage))
      .then(({ body, contentType, metadata }) => {
        response.setHeader('Content-Type', contentType);
        response.setHeader('Pact-Message-Metadata', Buffer.from(JSON.stringify(metadata)).toString('base64'));
        response.end(body);
      })
      .catch((error: unknown) => {
        errors.push(error);
        response.statusCode = 500;
        response.end();
      });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/${secret.toString('hex')}`, errors, close: () => closeServer(server) };
}

/** Whether the first segment of an address is the secret; the time taken does not reveal where it differs. */
function knows(secret: Buffer, address = ''): boolean {
  const given = Buffer.from(address.split(/[/?]/, 2)[1] ?? '', 'hex');
  return given.length === secret.length && timingSafeEqual(given, secret);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST) throw new Error(`A request of Pact's verifier is larger than ${MOST.toLocaleString('en')} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
