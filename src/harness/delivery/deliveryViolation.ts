import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { branded } from '../../../model/values/branded.ts';
import type { Replay } from '../failure/contractViolation.ts';
import type { Fault } from './faults/faults.ts';
import type { GuaranteeName } from './guarantees/guarantee.ts';

/** What a {@link DeliveryViolation} tells besides its message. */
interface Violated {
  readonly promise: GuaranteeName;
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly replay: Replay;
}

/** A handler broke a promise under a delivery that AWS may make. The message says all. */
export class DeliveryViolation extends Error {
  static {
    branded(DeliveryViolation, 'DeliveryViolation');
  }

  /** The promise that broke. */
  readonly promise: GuaranteeName;
  /** The events of the shortest delivery that breaks it, in the order of their changes. */
  readonly history: readonly CasesEvent[];
  /** What went wrong with the delivery. */
  readonly faults: readonly Fault[];
  /** How to play it again. */
  readonly replay: Replay;

  /** @internal */
  constructor(message: string, { promise, history, faults, replay }: Violated, cause: unknown) {
    super(message, { cause });
    this.name = 'DeliveryViolation';
    this.promise = promise;
    this.history = history;
    this.faults = faults;
    this.replay = replay;
    // A runner that prints the error with all its properties would print whole events.
    Object.defineProperty(this, 'history', { enumerable: false });
  }
}
