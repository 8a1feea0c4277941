import { Socket } from 'node:net';

/** What a handler tried to reach, such as `dynamodb.eu-central-1.amazonaws.com:443`. */
export type Reached = ReadonlySet<string>;

/**
 * Runs work without a network: connections to other hosts fail, and are noted. A handler that is tried out with generated
 * events must not write to a real table. Local sockets stay open.
 */
export async function withoutNetwork<Result>(work: (reached: Reached) => Promise<Result>): Promise<Result> {
  const reached = new Set<string>();
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (this: Socket, ...given: never[]): Socket {
    const place = findPlace(given);
    if (place === undefined) return Reflect.apply(connect, this, given) as Socket;
    reached.add(place);
    const error = new Error(`connect-cases init refuses the connection to ${place}: the handler is only tried out.`);
    // Connections fail later, when their listeners are there.
    process.nextTick(() => this.destroy(Object.assign(error, { code: 'ENETUNREACH', syscall: 'connect' })));
    return this;
  } as typeof connect;
  try {
    return await work(reached);
  } finally {
    Socket.prototype.connect = connect;
  }
}

/** The host and port of a connection; undefined for a socket of this machine that has a path. */
function findPlace(given: readonly unknown[]): string | undefined {
  // Node's own modules pass a list of the normalized parameters.
  const [first, second] = Array.isArray(given[0]) ? (given[0] as unknown[]) : given;
  if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first as { path?: unknown; host?: unknown; port?: unknown };
    return typeof path === 'string' ? undefined : formatPlace(host, port);
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return undefined;
  return formatPlace(typeof second === 'string' ? second : undefined, first);
}

function formatPlace(host: unknown, port: unknown): string {
  return `${String(host ?? 'localhost')}:${String(port)}`;
}
