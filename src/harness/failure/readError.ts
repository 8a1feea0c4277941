import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { show } from '../../../model/values/invalidArgument.ts';

const { types } = loadNodeModule('node:util');

/** The readable parts of an error. */
export interface ReadError {
  readonly name: string;
  readonly message: string;
  /** The lines of its stack. */
  readonly frames: readonly string[];
}

/** The most characters of a stack that are read: an error may have megabytes. */
const LONGEST_STACK = 100_000;
const MOST_FRAMES = 50;
const LONGEST_FRAME = 500;

/** Reads an Error of any realm (jest's sandbox has its own); undefined for other values. It never throws. */
export function readError(value: unknown): ReadError | undefined {
  if (!isError(value)) return undefined;
  const name = readMember(value, 'name');
  const message = readMember(value, 'message');
  return {
    name: typeof name === 'string' && name !== '' ? name : 'Error',
    message:
      typeof message === 'string'
        ? message
        : `(its message is ${message === UNREADABLE ? 'unreadable' : show(message)})`,
    frames: splitFrames(readMember(value, 'stack')),
  };
}

/** Stands for a member whose getter throws. */
const UNREADABLE: unique symbol = Symbol('unreadable');

/** Reads a member of an object, whose getter may throw; it does not run the traps of a Proxy. */
export function readMember(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return undefined;
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return UNREADABLE;
  }
}

function isError(value: unknown): boolean {
  if (types.isNativeError(value)) return true;
  return typeof readMember(value, 'message') === 'string' && typeof readMember(value, 'stack') === 'string';
}

function splitFrames(stack: unknown): string[] {
  if (typeof stack !== 'string') return [];
  const lines = stack.slice(0, LONGEST_STACK).split('\n');
  return lines.filter((line) => /^\s+at /.test(line) && line.length < LONGEST_FRAME).slice(0, MOST_FRAMES);
}
