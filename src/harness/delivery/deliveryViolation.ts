import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { brandClass } from '../../../model/values/brandClass.ts';
import type { Replay } from '../failure/contractViolation.ts';
import type { Fault } from './faults/faults.ts';
import type { GuaranteeName } from './guarantees/guarantees.ts';

/** The properties of a {@link DeliveryViolation} besides its message. */
interface Violated {
  readonly promise: GuaranteeName;
  readonly history: readonly CasesEvent[];
  readonly faults: readonly Fault[];
  readonly replay: Replay;
}

/** A handler broke a guarantee under a delivery that AWS may make. The message explains it. */
export class DeliveryViolation extends Error {
  static {
    brandClass(DeliveryViolation, 'DeliveryViolation');
  }

  /** The broken guarantee. */
  readonly promise: GuaranteeName;
  /** The events of the shortest delivery that breaks it, in the order of their changes. */
  readonly history: readonly CasesEvent[];
  /** The faults of the delivery. */
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
    // Not enumerable, because a runner may print all properties of the error, with whole events.
    Object.defineProperty(this, 'history', { enumerable: false });
  }
}
