import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import type { MakeFailedResponse } from './failedResponse.ts';

/** Any function. */
// biome-ignore lint/suspicious/noExplicitAny: a function of any parameters is assignable to it
export type AnyFunction = (...parameters: any[]) => any;

/** What a call of a watched function is called, and what it was given. */
export interface DescribedCall {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly once: boolean;
}

/** A watched function, and what is known of it. */
export interface WatchedFunction {
  /** The original. */
  readonly work: AnyFunction;
  /** The function itself, or the client that it belongs to: an outage affects all that belongs together. */
  readonly target: object;
  describe(args: readonly unknown[]): DescribedCall;
  /** Whether it takes a callback as its last argument, and returns a promise without one. */
  readonly takesCallback: boolean;
  /** Whether it returns promises; undefined before its first call. */
  isAsync: boolean | undefined;
  /** The names of the commands that are marked `once`, for a client. */
  readonly marked: readonly string[];
  /** The names of all calls so far. */
  readonly called: Set<string>;
  /** How it answers in an outage; undefined before its first response, and for one that fails by an error. */
  makeFailedResponse?: MakeFailedResponse | undefined;
  /** Learn of calls outside of any handler's call. */
  readonly strayListeners: Set<() => void>;
}

/** Performs the calls of watched functions within one call of a handler. */
export interface CallPerformer {
  perform(watched: WatchedFunction, self: unknown, args: readonly unknown[]): unknown;
  watches(watched: WatchedFunction): boolean;
}

const performers = new (loadNodeModule('node:async_hooks').AsyncLocalStorage)<CallPerformer>();

/** What is known of each function that `watch` gives back, and these functions by what the originals belong to. */
const watchedByProxy = new WeakMap<object, WatchedFunction>();
const proxies = new WeakMap<object, Map<string, AnyFunction>>();

/** Runs a call of a handler: what it calls goes through the performer. */
export function runWithin<Result>(performer: CallPerformer, work: () => Result): Result {
  return performers.run(performer, work);
}

/** What is known of a watched function; undefined for any other. */
export function findWatched(given: object): WatchedFunction | undefined {
  return watchedByProxy.get(given);
}

/**
 * The same function, with the same `this`, members and identity rules. Outside of a handler's call it does the same as
 * the original. The same function and key give the same result.
 * @param kind what the function belongs to, if not only to itself, and whether it takes a callback, and its marked commands
 */
export function makeWatchedFunction<Of extends AnyFunction>(
  given: Of,
  key: string,
  describe: WatchedFunction['describe'],
  {
    target,
    takesCallback = false,
    marked = [],
  }: Partial<Pick<WatchedFunction, 'marked' | 'takesCallback' | 'target'>> = {},
): Of {
  const work = findWatched(given)?.work ?? given;
  const owner = target ?? work;
  const ofOwner = proxies.get(owner) ?? new Map<string, AnyFunction>();
  proxies.set(owner, ofOwner);
  const known = ofOwner.get(key);
  if (known !== undefined && findWatched(known)?.work === work) return known as Of;
  const proxy = makeProxy({
    work,
    target: owner,
    describe,
    takesCallback,
    marked,
    called: new Set(),
    isAsync: guessAsync(work),
    strayListeners: new Set(),
  });
  ofOwner.set(key, proxy);
  return proxy as Of;
}

function makeProxy(watched: WatchedFunction): AnyFunction {
  const proxy = new Proxy(watched.work, {
    apply(work, self, args) {
      const performer = performers.getStore();
      if (performer === undefined) for (const listener of watched.strayListeners) listener();
      if (performer?.watches(watched) !== true) return Reflect.apply(work, self, args);
      const callback: unknown = watched.takesCallback ? args.at(-1) : undefined;
      if (typeof callback !== 'function') return performer.perform(watched, self, args);
      const answer = performer.perform(watched, self, args.slice(0, -1)) as Promise<unknown>;
      return void answer.then(
        (data) => callback(null, data),
        (error) => callback(error),
      );
    },
  });
  watchedByProxy.set(proxy, watched);
  return proxy;
}

function guessAsync(work: AnyFunction): true | undefined {
  return loadNodeModule('node:util').types.isAsyncFunction(work) ? true : undefined;
}
