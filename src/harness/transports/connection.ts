import type { Lambda } from '../lambda/invoke.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { Transport } from './transport.ts';

/** A handler that a transport brings its events to. */
export interface Connected {
  readonly transport: Transport;
  readonly lambdaHandler: Lambda;
  /** The most records of one invocation. */
  readonly batchSize: number;
  /** The call that made it, as a test writes it. */
  readonly code: string;
}

const connections = new WeakMap<object, Connected>();

/** Notes what is behind a handler. */
export function noteConnection(handler: object, connection: Connected): void {
  connections.set(handler, connection);
}

/** What is behind a handler that one of the `via…` functions made. */
export function findConnection(handler: Handler): Connected | undefined {
  return connections.get(handler);
}

/** The handler as a test writes it, for a call to copy. */
export function formatCode(handler: Handler): string {
  return findConnection(handler)?.code ?? 'handler';
}
