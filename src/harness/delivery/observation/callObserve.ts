import { InvalidArgumentError } from '../../../../model/values/invalidArgument.ts';
import { callHook, HookFailure } from '../../lambda/callHook.ts';
import { isThenable } from '../../lambda/invoke.ts';
import type { UnhandledErrorTracker } from '../../lambda/unhandledErrorTracker.ts';
import { formatPlace } from './discrepancy.ts';
import { type Copied, copyJson, type InvalidPlace, NotJson } from './notJson.ts';

/** The result of `observe`. */
export interface Observed {
  /** Plain data; a {@link NotJson} replaces what JSON cannot hold. */
  readonly seen: unknown;
  /** The first replaced place. */
  readonly odd?: InvalidPlace;
  /** Why `observe` failed. */
  readonly unseen?: HookFailure;
}

/** How to observe. */
interface Observing {
  readonly consumer: string;
  /** Returns the consumer's state; awaited. */
  readonly observe: () => unknown;
  /** Milliseconds after which it counts as hung. */
  readonly timeout: number;
  /** Which call this is, such as `after delivery 3`. */
  readonly when: string;
}

/**
 * Calls `observe`.
 * @throws Error if it does not settle
 */
export async function callObserve(
  { consumer: title, observe, timeout, when }: Observing,
  errorTracker: UnhandledErrorTracker,
): Promise<Observed> {
  const means = 'So it is unknown what the handler did.';
  // Copied within the hook: the result may have getters that throw.
  const call = (): Copied | PromiseLike<Copied> => {
    const answer = observe();
    return isThenable(answer) ? Promise.resolve(answer).then(copyJson) : copyJson(answer);
  };
  try {
    const hook = { name: 'observe', call, given: observe, timeout, errorTracker, title, when, means } as const;
    const { copy: seen, odd } = await callHook(hook);
    return odd === undefined ? { seen } : { seen, odd };
  } catch (error) {
    if (!(error instanceof HookFailure)) throw error;
    return { seen: new NotJson(error.words), unseen: error };
  }
}

/**
 * Requires that the observed state is plain data.
 * @param when the events before it; undefined if only the option itself can be the reason
 * @throws InvalidArgumentError for the first place that JSON cannot hold; Error if `observe` failed
 */
export function requireJson({ seen, odd, unseen }: Observed, when?: string): void {
  if (unseen !== undefined) throw unseen;
  if (odd === undefined) return;
  throw new InvalidArgumentError({
    argument: `the result of options.observe${odd.names.length === 0 ? '' : `, at observe()${formatPlace(seen, odd.names)},`}`,
    received: odd.value,
    allowed: 'JSON: null, booleans, finite numbers, texts, lists, and plain objects of these',
    ...(when === undefined ? {} : { because: `This is its result ${when}` }),
    todo: 'Return a list of rows, such as [...map.entries()], and dates as texts',
  });
}
