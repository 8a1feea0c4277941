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

/** A related-item row that tells item types apart: what is read of each, and of all `otherwise`. */
export interface ItemTable<D = Domain> {
  /** What is read of a comment; its content is at `relatedItem.comment`. */
  readonly Comment?: readonly PathOfItem<ItemAdvice<D>, 'Comment', ContentOf<D>>[] | Ignored;
  /** What is read of a contact; its content is at `relatedItem.contact`. */
  readonly Contact?: readonly PathOfItem<ItemAdvice<D>, 'Contact', ContentOf<D>>[] | Ignored;
  /** What is read of a file; its content is at `relatedItem.file`. */
  readonly File?: readonly PathOfItem<ItemAdvice<D>, 'File', ContentOf<D>>[] | Ignored;
  /** What is read of an SLA; its content is at `relatedItem.sla`. */
  readonly Sla?: readonly PathOfItem<ItemAdvice<D>, 'Sla', ContentOf<D>>[] | Ignored;
  /** What is read of a link to another case; its content is at `relatedItem.connectCase`. */
  readonly ConnectCase?: readonly PathOfItem<ItemAdvice<D>, 'ConnectCase', ContentOf<D>>[] | Ignored;
  /** What is read of a related item of the customer's own kind; its content is at `relatedItem.custom`. */
  readonly Custom?: readonly PathOfItem<ItemAdvice<D>, 'Custom', ContentOf<D>>[] | Ignored;
  /** What is read of all types that are not named, the one that AWS adds tomorrow included. */
  readonly otherwise: readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored;
}

/**
 * What a consumer reads of each event type: the paths, or `ignored`. The table is total: an event type that is missing
 * is a compile error, so every release that adds one makes every consumer decide. {@link CasePath} and
 * {@link CommonItemPath} list the paths. It is written out, not mapped over the event types, because editors show the
 * comment of a row.
 */
export interface Table<D = Domain> {
  /** A case was created. The paths that are read ({@link CasePath} lists them), or `ignored`. */
  readonly 'CASE.CREATED': readonly PathOfCase<CaseAdvice<D>, FieldKey<D>>[] | Ignored;
  /** A case was updated. The paths that are read ({@link CasePath} lists them), or `ignored`. */
  readonly 'CASE.UPDATED': readonly PathOfCase<CaseAdvice<D>, FieldKey<D>>[] | Ignored;
  /** A case was deleted. The paths that are read ({@link CasePath} lists them), or `ignored`. */
  readonly 'CASE.DELETED': readonly PathOfCase<CaseAdvice<D>, FieldKey<D>>[] | Ignored;
  /**
   * A related item was created. The paths that are read of every item ({@link CommonItemPath} lists them), a table of
   * item types with `otherwise` ({@link ItemTable}), or `ignored`.
   */
  readonly 'RELATED_ITEM.CREATED': readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | ItemTable<D>;
  /**
   * A related item was updated. The paths that are read of every item ({@link CommonItemPath} lists them), a table of
   * item types with `otherwise` ({@link ItemTable}), or `ignored`.
   */
  readonly 'RELATED_ITEM.UPDATED': readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | ItemTable<D>;
  /**
   * A related item was deleted. The paths that are read of every item ({@link CommonItemPath} lists them), a table of
   * item types with `otherwise` ({@link ItemTable}), or `ignored`.
   */
  readonly 'RELATED_ITEM.DELETED': readonly PathOfEveryItem<EveryItemAdvice>[] | Ignored | ItemTable<D>;
}
