import type { Domain } from '../model/domain/domain.ts';
import type { Read } from '../model/event/paths.ts';
import type { EventType, RelatedItemEventType } from '../model/facts/eventTypes.ts';
import type { RelatedItemType } from '../model/facts/relatedItemTypes.ts';
import type { Rule } from '../model/rule/rule.ts';

/**
 * One row of a consumer's table: which paths it reads of one event type. A frozen value.
 * @typeParam Type - the event type of the row
 * @typeParam D - the type of the domain
 */
export interface Contract<Type extends EventType = EventType, D extends Domain = Domain> {
  /** The title for a test, such as `refunds handles CASE.CREATED`. */
  readonly title: string;
  /** The name of the consumer. */
  readonly consumer: string;
  /** The event type of the row. */
  readonly eventType: Type;
  /** The item type of a row in a table of item types; absent on a list row and on case events. */
  readonly itemType?: RelatedItemType | 'otherwise';
  /** Whether the consumer reads nothing of these events, although they reach it. */
  readonly ignores: boolean;
  /** Whether the rule delivers none of these events; absent where they may come. */
  readonly undelivered?: true;
  /** The paths that it reads, resolved against the domain. */
  readonly reads: readonly Read[];
  /** The item types that it plays in the default reading; a row for several types includes an unknown type. */
  readonly itemTypes: readonly string[];
  /** The item types that it plays only in another reading of `updatedItemTypes`. */
  readonly otherItemTypes: readonly RelatedItemType[];
  /** The domain whose events it reads. */
  readonly domain: D;
  /** The rule before the handler; absent if every event reaches it. */
  readonly rule?: Rule;
  /** The table of the contract. */
  readonly table: ContractTable;
}

/**
 * The contracts of a table, in the order of its event types: one of each type of case events, then those of related
 * items, one or more for each type.
 */
export type Contracts<D extends Domain = Domain> = readonly [
  Contract<'CASE.CREATED', D>,
  Contract<'CASE.UPDATED', D>,
  Contract<'CASE.DELETED', D>,
  ItemContract<D>,
  ItemContract<D>,
  ItemContract<D>,
  ...ItemContract<D>[],
];

/** A contract of one type of related-item events. */
type ItemContract<D extends Domain> = { [Type in RelatedItemEventType]: Contract<Type, D> }[RelatedItemEventType];

/** What a table says of one contract, without the paths. */
export interface TableRow
  extends Pick<Contract, 'title' | 'eventType' | 'itemType'>,
    Partial<Pick<Contract, 'undelivered' | 'itemTypes' | 'otherItemTypes'>> {
  /** Whether it reads at least one path. */
  readonly isRead: boolean;
}

/** The table of a contract. */
export interface ContractTable {
  /** The file that declares it, if the stack shows it. */
  readonly declaredIn?: string;
  /** The test file that declares it, directly or through a helper: from the runner, or else from the stack. */
  readonly testFile?: string;
  /** All rows of the table, in its order. A set of parts with all of them is complete. */
  readonly rows: readonly TableRow[];
  /** Changes with consumer, table, domain and version of this package; 16 hexadecimal digits. */
  readonly digest: string;
}
