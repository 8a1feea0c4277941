import type { CasesDetail } from './casesDetail';

/** The meaning of an event for this service. */
export type EventKind = 'case saved' | 'case deleted' | 'comment saved' | 'comment deleted' | 'other';

/**
 * Classifies events. AWS's pages write `RELATED_ITEM.…` and `CASE.RELATED_ITEM.…`, `Comment` and `comment`: it accepts
 * both. Unknown events are `other`, not an error.
 */
export function eventKind({ eventType, relatedItem }: CasesDetail): EventKind {
  const kind = kinds.get((eventType ?? '').replace(/^CASE\.(?=RELATED_ITEM\.)/, '')) ?? 'other';
  const ofComment = kind === 'comment saved' || kind === 'comment deleted';
  return ofComment && relatedItem?.relatedItemType?.toLowerCase() !== 'comment' ? 'other' : kind;
}

const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['CASE.CREATED', 'case saved'],
  ['CASE.UPDATED', 'case saved'],
  ['CASE.DELETED', 'case deleted'],
  ['RELATED_ITEM.CREATED', 'comment saved'],
  ['RELATED_ITEM.UPDATED', 'comment saved'],
  ['RELATED_ITEM.DELETED', 'comment deleted'],
]);
