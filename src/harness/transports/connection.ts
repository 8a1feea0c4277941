import type { Lambda } from '../lambda/invoke.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { Transport } from './transport.ts';

/** A handler behind a transport. */
export interface Connected {
  readonly transport: Transport;
  readonly lambdaHandler: Lambda;
  /** The most records of one invocation. */
  readonly batchSize: number;
  /** The call that makes it, as a test writes it. */
  readonly code: string;
  /** Whether a template says which rule stands before it. */
  readonly isBehindRule?: boolean;
}

const connections = new WeakMap<object, Connected>();

/** Records the function and transport behind a handler. */
export function noteConnection(handler: object, connection: Connected): void {
  connections.set(handler, connection);
}

/** The function and transport behind a handler, if a `via…` function made it. */
export function findConnection(handler: Handler): Connected | undefined {
  return connections.get(handler);
}

/** The handler as a test writes it, for a call to copy. */
export function formatCode(handler: Handler): string {
  return findConnection(handler)?.code ?? 'handler';
}

const vias = new WeakSet<object>();

/** Records a function that makes handlers, as a template says. */
export function noteVia(via: object): void {
  vias.add(via);
}

/** Whether it is the `via` of a template. */
export function isVia(value: object): boolean {
  return vias.has(value);
}
