import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import { summarizeThrown } from './formatThrown.ts';
import { listErrorChain } from './listErrorChain.ts';

const { inspect, types } = loadNodeModule('node:util');

/** More of a stack than a runner can print. */
const LONGEST_STACK = 1_000_000;

/**
 * An error as the cause of one of ours: itself, unless reading it throws, or its stack is endless. A runner that cannot
 * print the cause prints nothing of the report.
 */
export function makePresentable(error: unknown): unknown {
  try {
    if (isReadable(error, new Set())) return error;
  } catch {
    // A throw here is what this function guards against.
  }
  const standIn = new Error(`${summarizeThrown(error)} (in place of what was thrown, which cannot be printed)`);
  const [first] = listErrorChain(error);
  standIn.stack = [`${standIn.name}: ${standIn.message}`, ...(first?.frames ?? [])].join('\n');
  return standIn;
}

function isReadable(error: unknown, seen: Set<unknown>): boolean {
  if (types.isProxy(error)) return false;
  if (typeof error === 'function') return inspect(error) !== '';
  if (typeof error !== 'object' || error === null || seen.has(error)) return true;
  seen.add(error);
  const { name, message, stack } = error as Partial<Error>;
  if (`${name}${message}${stack}`.length > LONGEST_STACK) return false;
  String(error);
  inspect(error);
  return Object.values(error)
    .concat((error as Error).cause)
    .every((inner) => !types.isNativeError(inner) || isReadable(inner, seen));
}
