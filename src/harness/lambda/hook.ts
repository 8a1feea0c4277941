import { realTimers } from '../../../model/platform/realProcess.ts';
import { presentable } from '../failure/presentable.ts';
import { thrownWords } from '../failure/thrownLines.ts';
import { withFramesOf } from '../failure/withFramesOf.ts';
import { isThenable } from './invoke.ts';
import type { LateErrors } from './lateErrors.ts';
import type { HookName } from './tracedCall.ts';

/** A function of the consumer beside its handler. */
interface Hook<Answer> {
  /** The option's name. */
  readonly name: HookName;
  readonly call: () => Answer | PromiseLike<Answer>;
  /** Milliseconds until it counts as hung. */
  readonly timeout: number;
  readonly late: LateErrors;
  /** What its failure means, as a sentence of its own: that of the handler it is not. */
  readonly means: string;
}

/** A hook that threw, or was rejected. */
export class HookFailure extends Error {
  /** Its error, in some words. */
  readonly words: string;

  constructor(name: HookName, means: string, cause: unknown) {
    super(`options.${name} failed: ${means}. See the cause.`, { cause: presentable(cause) });
    this.words = `an error (${thrownWords(cause)})`;
    withFramesOf(this, cause);
  }
}

/**
 * Calls a hook, and waits for its answer.
 * @throws Error when it fails, or does not settle
 */
export async function callHook<Answer>({ name, call, timeout, late, means }: Hook<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  let hung: Error | undefined;
  try {
    const answer = late.traceHook(name, call);
    if (!isThenable(answer)) return answer;
    const over = new Promise<never>((_, reject) => {
      const hang = (): void => {
        hung = new Error(
          `options.${name} did not settle in ${timeout.toLocaleString('en')} ms: ${means}. Let it settle, or raise options.timeout.`,
        );
        reject(hung);
      };
      timer = realTimers.setTimeout(hang, timeout);
    });
    return await Promise.race([answer, over]);
  } catch (cause) {
    throw hung !== undefined && cause === hung ? hung : new HookFailure(name, means, cause);
  } finally {
    realTimers.clearTimeout(timer);
  }
}
