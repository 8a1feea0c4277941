import { isOwnFrame } from '../../../model/values/callerStack.ts';
import { readError } from './readError.ts';

/**
 * Does the work of a function that consumers call and await. What it rejects with has the line of their call at the head
 * of its stack, unless its own stack leads to their code already.
 */
export async function withCaller<Result>(
  called: (...parameters: never[]) => unknown,
  work: () => Promise<Result>,
): Promise<Result> {
  const at = { message: '', stack: '' };
  Error.captureStackTrace(at, called);
  try {
    return await work();
  } catch (error) {
    const [first] = readError(error)?.frames ?? [];
    if (first !== undefined && isOwnFrame(first)) {
      const { name, message } = error as Error;
      (error as Error).stack = [`${name}: ${message}`, ...(readError(at)?.frames ?? [])].join('\n');
    }
    throw error;
  }
}
