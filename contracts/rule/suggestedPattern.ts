/** One alternative of a suggested pattern: these event types, of these related item types. */
export interface SuggestedBranch {
  readonly eventType: readonly string[];
  readonly relatedItem?: { readonly relatedItemType: readonly ItemCondition[] };
}

/** A spelling of an item type, all item types but some, or no related item at all. */
export type ItemCondition = string | { readonly 'anything-but': readonly string[] } | { readonly exists: false };

/** An event pattern for the events that a table reads. */
export interface SuggestedPattern {
  readonly source: readonly ['aws.cases'];
  readonly detail: SuggestedBranch | { readonly $or: readonly SuggestedBranch[] };
}
