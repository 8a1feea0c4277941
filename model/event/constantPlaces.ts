/**
 * The places of an event whose values follow from its event type, item type, domain and dialect alone, as texts. No
 * variation changes them.
 */
export const constantPlaces: ReadonlySet<string> = new Set([
  ...['version', 'detail-type', 'source', 'account', 'region'],
  ...['detail.version', 'detail.eventType', 'detail.relatedItem.relatedItemType'],
]);
