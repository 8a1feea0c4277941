import type { EventClass } from '../../../model/event/eventClasses.ts';
import { brandClass } from '../../../model/values/brandClass.ts';
import type { Difference } from '../../../model/values/differences.ts';

/** Where to find a failing event again. */
export interface Replay {
  /** The option `seed` of `verify`. */
  readonly seed: number;
  /** The option `path` of `verify`. */
  readonly path: string;
}

/** The properties of a {@link ContractViolation} besides its message. */
export interface ViolationDetails {
  /** The title of the contract. */
  readonly contract: string;
  /** The class of the event. */
  readonly class: EventClass;
  /** The failing event, shrunk to its difference from the sample. */
  readonly event: object;
  /** All differences from the sample. */
  readonly differences: readonly Difference[];
  /** How to play the event again; undefined if no run can find it by seed and path. */
  readonly replay: Replay | undefined;
}

/** A handler failed on an event that AWS may send. The message explains it; the handler's own error is the cause. */
export class ContractViolation extends Error {
  static {
    brandClass(ContractViolation, 'ContractViolation');
  }

  /** The title of the contract. */
  readonly contract: string;
  /** The class of the event. */
  readonly class: EventClass;
  /** The failing event, shrunk to its difference from the sample. */
  readonly event: object;
  /** All differences from the sample. */
  readonly differences: readonly Difference[];
  /** How to play the event again; undefined if no run can find it by seed and path. */
  readonly replay: Replay | undefined;

  /** @internal */
  constructor(message: string, violation: ViolationDetails, cause: unknown) {
    super(message, { cause });
    this.name = 'ContractViolation';
    this.contract = violation.contract;
    this.class = violation.class;
    this.event = violation.event;
    this.differences = violation.differences;
    this.replay = violation.replay;
    // Not enumerable: a runner that prints all properties of the error would print the whole event.
    for (const name of ['event', 'differences'] as const) Object.defineProperty(this, name, { enumerable: false });
  }
}
