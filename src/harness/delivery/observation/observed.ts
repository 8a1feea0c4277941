import { InvalidArgumentError } from '../../../../model/values/invalidArgument.ts';
import { callHook, HookFailure } from '../../lambda/callHook.ts';
import { isThenable } from '../../lambda/invoke.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import { type Copied, type InvalidPlace, jsonCopy, NotJson } from './notJson.ts';

/** What is to be seen of a consumer's world. */
export interface Observed {
  /** As plain data; a {@link NotJson} stands wherever that is impossible. */
  readonly seen: unknown;
  /** The first such place. */
  readonly odd?: InvalidPlace;
  /** Why nothing is to be seen. */
  readonly unseen?: HookFailure;
}

/** How to look at it. */
interface Observing {
  /** Returns what there is to see; awaited. */
  readonly observe: () => unknown;
  /** Milliseconds until it counts as hung. */
  readonly timeout: number;
}

/**
 * What `observe` answers.
 * @throws Error when it does not settle
 */
export async function observed({ observe, timeout }: Observing, late: UnhandledErrorTracker): Promise<Observed> {
  const means = 'nothing is known of what the handler did';
  // Read within the hook: what it answers may have getters that throw.
  const call = (): Copied | PromiseLike<Copied> => {
    const answer = observe();
    return isThenable(answer) ? Promise.resolve(answer).then(jsonCopy) : jsonCopy(answer);
  };
  try {
    const { copy: seen, odd } = await callHook({ name: 'observe', call, given: observe, timeout, late, means });
    return odd === undefined ? { seen } : { seen, odd };
  } catch (error) {
    if (!(error instanceof HookFailure)) throw error;
    return { seen: new NotJson(error.words), unseen: error };
  }
}

/**
 * Requires of what was seen that it is plain data.
 * @param when where nothing but the option itself can be the reason, nothing; else after what it was seen
 * @throws InvalidArgumentError for the first place that is none; Error when nothing was seen
 */
export function requireJson({ odd, unseen }: Observed, when?: string): void {
  if (unseen !== undefined) throw unseen;
  if (odd === undefined) return;
  throw new InvalidArgumentError({
    argument: `what options.observe answers${odd.names.length === 0 ? '' : `, at ${odd.names.join('.')},`}`,
    received: odd.value,
    allowed: 'JSON: null, booleans, finite numbers, texts, lists, and plain objects of these',
    ...(when === undefined ? {} : { because: `It is so ${when}` }),
    todo: 'Answer a list of rows, such as [...map.entries()], and dates as texts',
  });
}
