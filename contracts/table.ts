import type { Domain } from '../src/event/domain.ts';
import type { CasePath, CommonItemPath, ItemPath } from '../src/event/paths.ts';
import type { CaseEventType, RelatedItemEventType } from '../src/facts/eventTypes.ts';
import type { RelatedItemType } from '../src/facts/relatedItemTypes.ts';
import type { Ignored } from './ignored.ts';

/** A related-item row that tells item types apart: what is read of each, and of all `otherwise`. */
export type ItemTable<D = Domain> = {
  readonly [Item in RelatedItemType]?: readonly ItemPath<Item, D>[] | Ignored;
} & {
  readonly otherwise: readonly CommonItemPath[] | Ignored;
};

/**
 * What a consumer reads of each event type. The table is total: an event type that is missing is a compile error, so
 * every release that adds one makes every consumer decide.
 */
export type Table<D = Domain> = {
  readonly [Type in CaseEventType]: readonly CasePath<D>[] | Ignored;
} & {
  readonly [Type in RelatedItemEventType]: readonly CommonItemPath[] | Ignored | ItemTable<D>;
};
