import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { callHook } from '../../lambda/callHook.ts';
import type { Arrival } from '../faults/arrivals.ts';
import type { Deliver, ObservedDelivery } from '../guarantees/guarantee.ts';
import { CallMask } from '../observation/callMask.ts';
import { callObserve, type Observed } from '../observation/callObserve.ts';
import { ObservedCalls } from '../observation/observedCalls.ts';
import { playDelivery } from '../play/playDelivery.ts';
import type { Course, PlayedDelivery, Target } from '../play/playedDelivery.ts';

/** The consumer's functions besides its handler, and their time limit in milliseconds. */
export interface Hooks {
  readonly consumer: string;
  readonly reset: () => unknown;
  /** Undefined if the watched calls are observed. */
  readonly observe: (() => unknown) | undefined;
  readonly timeout: number;
}

/** Delivers to one handler: resets before each delivery, and observes after it. */
export class Deliverer {
  readonly target: Target;
  /** The places in watched calls that are not compared. */
  readonly mask: CallMask = new CallMask();
  readonly #hooks: Hooks;
  #begun = 0;

  constructor(target: Target, hooks: Hooks) {
    this.target = target;
    this.#hooks = hooks;
  }

  /** Whether the watched calls are observed, in place of a result of `observe`. */
  get observesCalls(): boolean {
    return this.#hooks.observe === undefined;
  }

  /**
   * Resets, delivers and observes.
   * @throws Error if `observe` fails sometimes: the delivery is not the reason
   */
  readonly deliver: Deliver = async (history, batches, course = {}) => {
    const seen = await this.#deliverOnce(history, batches, course);
    if (seen.unseen === undefined) return seen;
    const again = await this.#deliverOnce(history, batches, course);
    if (again.unseen === undefined) throw seen.unseen;
    return again;
  };

  /** Delivers, without a reset. */
  play(
    history: readonly CasesEvent[],
    batches: readonly (readonly Arrival[])[],
    course: Partial<Course> = {},
  ): Promise<PlayedDelivery> {
    this.#begun++;
    return playDelivery(history, batches, this.target, { redeliver: true, atOnce: 1, ...course });
  }

  /** Observes the current state. */
  async observe(): Promise<Observed> {
    const { observe } = this.#hooks;
    if (observe === undefined) return { seen: new ObservedCalls(this.target.downstream?.log ?? [], this.mask) };
    const when = this.#begun === 0 ? 'before any delivery' : `after delivery ${this.#begun}`;
    return callObserve({ ...this.#hooks, observe, when }, this.target.errorTracker);
  }

  /** Resets the handler's state. */
  reset(): Promise<unknown> {
    const { consumer: title, reset: call, timeout } = this.#hooks;
    return callHook({
      name: 'reset',
      call,
      timeout,
      errorTracker: this.target.errorTracker,
      title,
      when: `before delivery ${this.#begun + 1}`,
    });
  }

  async #deliverOnce(
    history: readonly CasesEvent[],
    batches: readonly (readonly Arrival[])[],
    course: Partial<Course>,
  ): Promise<ObservedDelivery> {
    await this.reset();
    const played = await this.play(history, batches, course);
    return { ...played, ...(await this.observe()) };
  }
}
