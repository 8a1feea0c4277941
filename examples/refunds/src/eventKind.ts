import type { CasesDetail } from './casesDetail';

/** What an event means to this service. */
export type EventKind = 'case saved' | 'case deleted' | 'comment saved' | 'comment deleted' | 'other';

/**
 * Tells events apart. AWS's pages write `RELATED_ITEM.…` and `CASE.RELATED_ITEM.…`, `Comment` and `comment`: both are
 * taken. What is not known is `other`, and no mistake.
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
