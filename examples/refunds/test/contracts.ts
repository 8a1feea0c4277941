import { contractsFor, undelivered } from 'connect-cases-contracts';
import { domain } from './cases-domain';
import { deployed } from './deployed';

/** The paths that the read model reads of each event type. */
export const contracts = contractsFor(
  'refunds',
  {
    'CASE.CREATED': [
      '$.id',
      'approximateChangeTime',
      'performedBy',
      'changedFieldIds',
      'case.caseId',
      'case.fields.status',
      'case.fields.title',
      'case.fields.refundReason',
      'case.fields.refundAmount',
      'case.fields.goodwill',
      'case.fields.dueDate',
      'case.fields.priority',
      'case.fields.orderPage',
      'case.fields.approver',
    ],
    'CASE.UPDATED': [
      '$.id',
      'approximateChangeTime',
      'performedBy',
      'changedFieldIds',
      'case.caseId',
      'case.fields.status',
      'case.fields.title',
      'case.fields.refundReason',
      'case.fields.refundAmount',
      'case.fields.goodwill',
      'case.fields.dueDate',
      'case.fields.priority',
      'case.fields.orderPage',
      'case.fields.approver',
    ],
    'CASE.DELETED': ['$.id', 'approximateChangeTime', 'case.caseId'],
    'RELATED_ITEM.CREATED': {
      Comment: [
        '$.id',
        'approximateChangeTime',
        'relatedItem.relatedItemId',
        'relatedItem.caseId',
        'relatedItem.createdDateTime',
        'relatedItem.comment.body',
      ],
      otherwise: undelivered,
    },
    'RELATED_ITEM.UPDATED': {
      Comment: [
        '$.id',
        'approximateChangeTime',
        'relatedItem.relatedItemId',
        'relatedItem.caseId',
        'relatedItem.createdDateTime',
        'relatedItem.comment.body',
      ],
      otherwise: undelivered,
    },
    'RELATED_ITEM.DELETED': {
      Comment: [
        '$.id',
        'approximateChangeTime',
        'relatedItem.relatedItemId',
        'relatedItem.caseId',
        'relatedItem.createdDateTime',
        'relatedItem.comment.body',
      ],
      otherwise: undelivered,
    },
  },
  { domain, rule: deployed.rule },
);
