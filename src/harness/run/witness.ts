import type { EventClass } from '../../../model/event/eventClasses.ts';
import type { FactName } from '../../../model/facts/facts.ts';
import type { Difference } from '../../../model/values/differences.ts';
import type { Identity } from '../../../model/values/identity.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import type { Replay } from '../failure/contractViolation.ts';

/** A failing event, saved as its differences from the sample. */
export interface Witness {
  readonly title: string;
  /** The related item type; undefined for a case event. */
  readonly itemType: string | undefined;
  readonly class: EventClass;
  readonly facts: readonly FactName[];
  readonly replay: Replay | undefined;
  readonly differences: readonly Difference[];
  /** The identity of the event in its run: its ids and instants are no differences. */
  readonly identity?: Identity | undefined;
  /** The failing handler; absent in files of earlier releases, which are for any handler. */
  readonly handler?: HandlerName | undefined;
}
