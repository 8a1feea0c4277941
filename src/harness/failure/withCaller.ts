import { isOwnFrame } from '../../../model/values/callerStack.ts';
import { readError } from './readError.ts';
import { tellIfUnawaited } from './rejections.ts';
import { watchAwaiting } from './watchAwaiting.ts';

/** A function that consumers call and await. */
interface Called {
  readonly called: (...parameters: never[]) => unknown;
  /** Its name in the consumer's code. */
  readonly name: string;
  /** A call of it, as a test returns it. */
  readonly example: string;
}

/**
 * Runs a function that consumers call and await. Its rejection shows the line of their call first, unless its stack
 * already leads to their code.
 */
export async function withCaller<Result>(
  { called, name: ofCalled, example }: Called,
  work: () => Promise<Result>,
): Promise<Result> {
  const at = { message: '', stack: '' };
  Error.captureStackTrace(at, called);
  const settle = watchAwaiting({ name: ofCalled, example, at });
  try {
    const result = await work();
    settle(false);
    return result;
  } catch (error) {
    settle(true);
    const [first] = readError(error)?.frames ?? [];
    if (first !== undefined && isOwnFrame(first)) {
      const { name, message } = error as Error;
      (error as Error).stack = [`${name}: ${message}`, ...(readError(at)?.frames ?? [])].join('\n');
    }
    if (typeof error === 'object' && error !== null) tellIfUnawaited(error, ofCalled, example);
    throw error;
  }
}
