import type { Table } from '../../contracts/table.ts';
import type { exampleDomain } from '../../model/domain/exampleDomain.ts';
import type { EventClass } from '../../model/event/eventClasses.ts';
import type { FactName } from '../../model/facts/facts.ts';

/** An event as a careless handler sees it: everything is present and has the expected type. */
// biome-ignore lint/suspicious/noExplicitAny: the handlers of this folder are wrong on purpose
export type Trusted = any;

/** A handler with one fault, and how `verify` must kill it. */
export interface FaultyHandler {
  readonly name: string;
  /** What the consumer declares to read; all other rows are `ignored`. */
  readonly reads: Partial<Table<typeof exampleDomain>>;
  readonly handler: (event: Trusted, context: Trusted, callback: Trusted) => unknown;
  /** The contract that must fail: its event type, and the related item type in a row by item type. */
  readonly in: `${string}`;
  /** The class or classes that the failure may name. */
  readonly class: EventClass | readonly EventClass[];
  /** The fact that the failure must give as its reason; undefined if the sample itself fails. */
  readonly fact?: FactName | readonly FactName[];
}
