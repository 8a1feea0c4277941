/** The related item types of the Cases API (RelatedItemType, modelled). */
export const relatedItemTypes = ['Comment', 'Contact', 'File', 'Sla', 'ConnectCase', 'Custom'] as const;

/** A related item type, as AWS's events page writes it. */
export type RelatedItemType = (typeof relatedItemTypes)[number];

/** The key under which each type's content stands in `detail.relatedItem` (the API's RelatedItemContent, modelled). */
export const contentKeys = {
  Comment: 'comment',
  Contact: 'contact',
  File: 'file',
  Sla: 'sla',
  ConnectCase: 'connectCase',
  Custom: 'custom',
} as const satisfies Record<RelatedItemType, string>;

/**
 * A related item type in lower case, as the data lake's tables write it: a link to another case is `connect` there
 * (https://docs.aws.amazon.com/connect/latest/adminguide/data-lake-cases-data.html, observed).
 */
export function inLowerCase(itemType: string): string {
  return itemType === 'ConnectCase' ? 'connect' : itemType.toLowerCase();
}

/** The item types that the API can update; the default reading plays only these as RELATED_ITEM.UPDATED. */
export const updatableItemTypes = ['Comment', 'Custom'] as const satisfies readonly RelatedItemType[];

/** A related item type that AWS does not have today: handlers must survive the next one. */
export const unknownItemType = 'Survey';

/** The content key of the item type of tomorrow. */
export const unknownContentKey = 'survey';

/** The key of a related item's content. */
export function getContentKey(itemType: string): string {
  return contentKeys[itemType as RelatedItemType] ?? unknownContentKey;
}

/** Statuses of an SLA (SlaStatus, modelled). */
export const slaStatuses = ['Active', 'Overdue', 'Met', 'NotMet'] as const;
