import type { Domain } from '../model/domain/domain.ts';
import type {
  CasePath,
  CommonItemPath,
  ContentOf,
  FieldKey,
  PathOfCase,
  PathOfEveryItem,
  PathOfItem,
} from '../model/event/paths.ts';
import type { CaseAdvice, EveryItemAdvice, ItemAdvice } from './advice.ts';
import type { Ignored } from './ignored.ts';
import type { Undelivered } from './undelivered.ts';

/** A related-item row by item type: the paths read of each type, and of all others under `otherwise`. */
export interface ItemTable<D = Domain> {
  /** The paths read of a comment; its content is at `relatedItem.comment`. */
  readonly Comment?: readonly PathOfItem<ItemAdvice<D>, 'Comment', ContentOf<D>>[] | Ignored | Undelivered;
  /** The paths read of a contact; its content is at `relatedItem.contact`. */
  readonly Contact?: readonly PathOfItem<ItemAdvice<D>, 'Contact', ContentOf<D>>[] | Ignored | Undelivered;
  /** The paths read of a file; its content is at `relatedItem.file`. */
  readonly File?: readonly PathOfItem<ItemAdvice<D>, 'File', ContentOf<D>>[] | Ignored | Undelivered;
  /** The paths read of an SLA; its content is at `relatedItem.sla`. */
  readonly Sla?: readonly PathOfItem<ItemAdvice<D>, 'Sla', ContentOf<D>>[] | Ignored | Undelivered;
  /** The paths read of a link to another case; its content is at `relatedItem.connectCase`. */
  readonly ConnectCase?: readonly PathOfItem<ItemAdvice<D>, 'ConnectCase', ContentOf<D>>[] | Ignored | Undelivered;
  /** The paths read of a related item of the customer's own kind; its content is at `relatedItem.custom`. */
  readonly Custom?: readonly PathOfItem<ItemAdvice<D>, 'Custom', ContentOf<D>>[] | Ignored | Undelivered;
  /** The paths read of all other types, including types that AWS adds later. */
  readonly otherwise: readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | Undelivered;
}

/**
 * What a consumer reads of each event type: a list of paths, `ignored`, or with a rule `undelivered`. A missing event type is a compile error. So
 * every release with a new one makes each consumer decide. {@link CasePath} and {@link CommonItemPath} list the paths.
 * It is written out instead of mapped, because editors then show the comment of a row.
 */
export interface Table<D = Domain> {
  /** A case was created. The paths that the handler reads ({@link CasePath} lists them), or `ignored`. */
  readonly 'CASE.CREATED': readonly PathOfCase<CaseAdvice<D>, FieldKey<D>>[] | Ignored | Undelivered;
  /** A case was updated. The paths that the handler reads ({@link CasePath} lists them), or `ignored`. */
  readonly 'CASE.UPDATED': readonly PathOfCase<CaseAdvice<D>, FieldKey<D>>[] | Ignored | Undelivered;
  /** A case was deleted. The paths that the handler reads ({@link CasePath} lists them), or `ignored`. */
  readonly 'CASE.DELETED': readonly PathOfCase<CaseAdvice<D>, FieldKey<D>>[] | Ignored | Undelivered;
  /**
   * A related item was created. The paths that the handler reads of every item ({@link CommonItemPath} lists them), a
   * table of item types with `otherwise` ({@link ItemTable}), or `ignored`.
   */
  readonly 'RELATED_ITEM.CREATED': readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | Undelivered | ItemTable<D>;
  /**
   * A related item was updated. The paths that the handler reads of every item ({@link CommonItemPath} lists them), a
   * table of item types with `otherwise` ({@link ItemTable}), or `ignored`.
   */
  readonly 'RELATED_ITEM.UPDATED': readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | Undelivered | ItemTable<D>;
  /**
   * A related item was deleted. The paths that the handler reads of every item ({@link CommonItemPath} lists them), a
   * table of item types with `otherwise` ({@link ItemTable}), or `ignored`.
   */
  readonly 'RELATED_ITEM.DELETED': readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | Undelivered | ItemTable<D>;
}
