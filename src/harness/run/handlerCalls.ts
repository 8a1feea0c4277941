import type { Contract } from '../../../contracts/contract.ts';
import { now } from '../../../model/platform/realProcess.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import { callHook } from '../lambda/callHook.ts';
import { type Call, runHandler } from '../lambda/runHandler.ts';
import type { UnhandledErrorTracker } from '../lambda/unhandledErrorTracker.ts';
import type { ResolvedOptions } from './runOptions.ts';

/** All calls of handlers in one run, each after `reset`. */
export class HandlerCalls {
  readonly #contract: Pick<Contract, 'domain' | 'title'>;
  readonly #options: Pick<ResolvedOptions, 'reset' | 'timeout'>;
  readonly #errorTracker: UnhandledErrorTracker;
  /** The longest passing call so far, in milliseconds. */
  #longest = 1;
  #count = 0;

  constructor(
    contract: Pick<Contract, 'domain' | 'title'>,
    options: Pick<ResolvedOptions, 'reset' | 'timeout'>,
    errorTracker: UnhandledErrorTracker,
  ) {
    this.#contract = contract;
    this.#options = options;
    this.#errorTracker = errorTracker;
  }

  /** A time limit for shrinking, in milliseconds: a call that takes 20 times the longest counts as hung. */
  get shortTimeout(): number {
    return Math.min(this.#options.timeout, Math.max(50, 20 * this.#longest));
  }

  /** Calls a handler once. A failure carries the number of its call. */
  async play(call: Omit<Call, 'domain' | 'remaining' | 'errorTracker'>): Promise<HandlerFailure | undefined> {
    await this.reset();
    const began = now();
    const number = ++this.#count;
    const failure = await runHandler({
      ...call,
      domain: this.#contract.domain,
      remaining: this.#options.timeout,
      errorTracker: this.#errorTracker,
    });
    if (failure === undefined) this.#longest = Math.max(this.#longest, now() - began);
    return failure && { ...failure, call: number };
  }

  reset(): Promise<unknown> {
    const { reset: call, timeout } = this.#options;
    return callHook({
      name: 'reset',
      call,
      timeout,
      errorTracker: this.#errorTracker,
      title: this.#contract.title,
      when: `before call ${this.#count + 1} of the handler`,
    });
  }
}
