import { isOwnFrame } from '../../../model/values/callerStack.ts';
import { readError } from './readError.ts';
import { tellIfUnawaited } from './rejections.ts';

/** A function that consumers call and await. */
interface Called {
  readonly called: (...parameters: never[]) => unknown;
  /** As they write it. */
  readonly name: string;
  /** A call of it, as a test returns it. */
  readonly example: string;
}

/**
 * Does the work of a function that consumers call and await. What it rejects with has the line of their call at the head
 * of its stack, unless its own stack leads to their code already.
 */
export async function withCaller<Result>(
  { called, name: ofCalled, example }: Called,
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
    if (typeof error === 'object' && error !== null) tellIfUnawaited(error, ofCalled, example);
    throw error;
  }
}
