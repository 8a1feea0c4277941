import type { RelatedItemType } from '../facts/relatedItemTypes.ts';

/** The paths into the content of each related item type. */
export const contentPaths = {
  Comment: ['relatedItem.comment', 'relatedItem.comment.body', 'relatedItem.comment.contentType'],
  Contact: [
    'relatedItem.contact',
    'relatedItem.contact.contactArn',
    'relatedItem.contact.channel',
    'relatedItem.contact.connectedToSystemTime',
  ],
  File: ['relatedItem.file', 'relatedItem.file.fileArn'],
  Sla: [
    'relatedItem.sla',
    'relatedItem.sla.slaConfiguration',
    'relatedItem.sla.slaConfiguration.name',
    'relatedItem.sla.slaConfiguration.type',
    'relatedItem.sla.slaConfiguration.status',
    'relatedItem.sla.slaConfiguration.targetTime',
    'relatedItem.sla.slaConfiguration.fieldId',
    'relatedItem.sla.slaConfiguration.targetFieldValues',
    'relatedItem.sla.slaConfiguration.completionTime',
  ],
  ConnectCase: ['relatedItem.connectCase', 'relatedItem.connectCase.caseId'],
  Custom: ['relatedItem.custom', 'relatedItem.custom.fields'],
} as const satisfies Record<RelatedItemType, readonly string[]>;

/** Optional members of a content, each with an example value. */
export const optionalContentMembers = {
  'relatedItem.comment.contentType': 'Text/Plain',
  'relatedItem.contact.channel': 'VOICE',
  'relatedItem.contact.connectedToSystemTime': '2022-03-16T23:16:57.893Z',
  'relatedItem.sla.slaConfiguration.fieldId': 'status',
  'relatedItem.sla.slaConfiguration.targetFieldValues': [{ stringValue: 'closed' }],
  'relatedItem.sla.slaConfiguration.completionTime': '2022-03-16T23:16:57.893Z',
} as const;
