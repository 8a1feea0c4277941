import type { EventPath } from '../values/eventPath.ts';

const constantPlaces: readonly string[] = [
  ...['version', 'detail-type', 'source', 'account', 'region'],
  ...['detail.version', 'detail.eventType', 'detail.relatedItem.relatedItemType'],
];

/**
 * Whether the value at a path, from the event's root, follows from event type, item type, domain and dialect alone. No
 * variation changes it.
 */
export function isConstantPlace(path: EventPath): boolean {
  return constantPlaces.includes(path.join('.'));
}
