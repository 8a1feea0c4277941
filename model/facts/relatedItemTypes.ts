/** The related item types of the Cases API (RelatedItemType, modelled). */
export const relatedItemTypes = ['Comment', 'Contact', 'File', 'Sla', 'ConnectCase', 'Custom'] as const;

/** A related item type, in the spelling of AWS's events page. */
export type RelatedItemType = (typeof relatedItemTypes)[number];

/** The key of each type's content in `detail.relatedItem` (the API's RelatedItemContent, modelled). */
export const contentKeys = {
  Comment: 'comment',
  Contact: 'contact',
  File: 'file',
  Sla: 'sla',
  ConnectCase: 'connectCase',
  Custom: 'custom',
} as const satisfies Record<RelatedItemType, string>;

/**
 * A related item type in lower case, as in the data lake's tables. They call a link to another case `connect`
 * (https://docs.aws.amazon.com/connect/latest/adminguide/data-lake-cases-data.html, observed).
 */
export function spellInLowerCase(itemType: string): string {
  return itemType === 'ConnectCase' ? 'connect' : itemType.toLowerCase();
}

/** The type of {@link spellInLowerCase}. */
export type LowerCaseItemType<Type extends RelatedItemType> = Type extends 'ConnectCase' ? 'connect' : Lowercase<Type>;

/** The item types that the API can update. By default only these appear as RELATED_ITEM.UPDATED. */
export const updatableItemTypes = ['Comment', 'Custom'] as const satisfies readonly RelatedItemType[];

/** A related item type that AWS does not have today. Handlers must survive a new one. */
export const unknownItemType = 'Survey';

/** The content key of the unknown item type. */
export const unknownContentKey = 'survey';

/** The key of a related item's content. */
export function getContentKey(itemType: string): string {
  return contentKeys[itemType as RelatedItemType] ?? unknownContentKey;
}

/** Statuses of an SLA (SlaStatus, modelled). */
export const slaStatuses = ['Active', 'Overdue', 'Met', 'NotMet'] as const;

/** Types of SLAs (SlaType, modelled). */
export const slaTypes = ['CaseField'] as const;

/** Types of the text of a comment (CommentBodyTextType, modelled). */
export const commentContentTypes = ['Text/Plain'] as const;

/** Channels of a contact (Channel of the Amazon Connect API, modelled). Others may come: a text of Cases holds them. */
export const contactChannels = ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const;
