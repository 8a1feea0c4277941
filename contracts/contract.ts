import type { Domain } from '../model/domain/domain.ts';
import type { Read } from '../model/event/paths.ts';
import type { EventType } from '../model/facts/eventTypes.ts';
import type { RelatedItemType } from '../model/facts/relatedItemTypes.ts';

/** A consumer's word about one event type: which paths of its events it reads. A frozen value. */
export interface Contract {
  /** The title for a test, such as `refunds handles CASE.CREATED`. */
  readonly title: string;
  /** Who reads. */
  readonly consumer: string;
  /** Of which events. */
  readonly eventType: EventType;
  /** The item type of a row in a table of item types; absent on a list row and on case events. */
  readonly itemType?: RelatedItemType | 'otherwise';
  /** The consumer reads nothing, but the events reach it. */
  readonly ignores: boolean;
  /** What is read, resolved against the domain. */
  readonly reads: readonly Read[];
  /** The related item types whose events the contract plays in the default reading, one of tomorrow among them. */
  readonly itemTypes: readonly string[];
  /** Those that only another reading has: which items are ever updated is open. */
  readonly otherItemTypes: readonly RelatedItemType[];
  /** Whose events are read. */
  readonly domain: Domain;
  /** The table that the contract is a row of. */
  readonly table: ContractTable;
}

/** The table that a contract comes from. */
export interface ContractTable {
  /** The file that declares it, where the stack tells. */
  readonly declaredIn?: string;
  /** The test file that it is declared for, by whatever helper: as the runner tells, or else the stack. */
  readonly testFile?: string;
  /** All titles of the table, in its order: a set of parts is complete when it has them all. */
  readonly titles: readonly string[];
  /** Changes whenever consumer, table, domain or the version of this package does; 16 hexadecimal digits. */
  readonly digest: string;
}
