import { realTimers } from '../../../model/platform/realProcess.ts';
import { summarizeThrown } from '../failure/formatThrown.ts';
import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import { findLostObject } from './findLostObject.ts';
import { isThenable } from './invoke.ts';
import type { HookName } from './tracedCall.ts';
import type { UnhandledErrorTracker } from './unhandledErrorTracker.ts';

/** A consumer's function besides its handler. */
interface Hook<Answer> {
  /** The option's name. */
  readonly name: HookName;
  readonly call: () => Answer | PromiseLike<Answer>;
  /** The consumer's function, if `call` does more than call it. */
  readonly given?: () => unknown;
  /** Milliseconds after which it counts as hung. */
  readonly timeout: number;
  readonly errorTracker: UnhandledErrorTracker;
  /** The contract or consumer. */
  readonly title: string;
  /** Which of its calls this is, such as `before call 20 of the handler`. */
  readonly when: string;
  /** The meaning of its failure, as a sentence, if it needs one. */
  readonly means?: string;
}

/** A hook that threw or was rejected. */
export class HookFailure extends Error {
  /** Its error in a few words. */
  readonly words: string;

  constructor(hook: Omit<Hook<unknown>, 'timeout' | 'errorTracker'>, cause: unknown) {
    const { name, call, given = call, title, when, means } = hook;
    const method = findLostObject(given, cause);
    const advice =
      method === undefined
        ? undefined
        : `It was called without its object: write ${name}: () => theObject.${method}().`;
    const failed = `${title}: options.${name} failed ${when}: ${summarizeThrown(cause).replace(/\.$/, '')}.`;
    super(joinSentences(failed, means, advice, 'See the cause.'), { cause: makePresentable(cause) });
    hookFailures.add(this);
    this.words = `an error (${summarizeThrown(cause)})`;
    withConsumerFrames(this, cause);
  }
}

/**
 * Calls a hook, and waits for its answer.
 * @throws Error if it fails, or does not settle
 */
export async function callHook<Answer>(hook: Hook<Answer>): Promise<Answer> {
  const { name, call, timeout, errorTracker, title, when, means } = hook;
  let timer: NodeJS.Timeout | undefined;
  let hung: Error | undefined;
  try {
    const answer = errorTracker.traceHook(name, call);
    if (!isThenable(answer)) return answer;
    const over = new Promise<never>((_, reject) => {
      const hang = (): void => {
        const late = `${title}: options.${name} did not settle in ${timeout.toLocaleString('en')} ms, ${when}.`;
        hung = new Error(joinSentences(late, means, 'Let it settle, or raise options.timeout.'));
        reject(hung);
      };
      timer = realTimers.setTimeout(hang, timeout);
    });
    return await Promise.race([answer, over]);
  } catch (cause) {
    // A hook may call another hook of ours, which has its own words.
    throw isHookFailure(cause) || (hung !== undefined && cause === hung) ? cause : new HookFailure(hook, cause);
  } finally {
    realTimers.clearTimeout(timer);
  }
}

function joinSentences(...all: readonly (string | undefined)[]): string {
  return all.filter((one) => one !== undefined).join(' ');
}

const hookFailures = new WeakSet<object>();

/** Whether an error is a {@link HookFailure}; `instanceof` would run the traps of a thrown Proxy. */
function isHookFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && hookFailures.has(error);
}
