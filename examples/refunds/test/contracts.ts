import { contractsFor, undelivered } from 'connect-cases-contracts';
import { domain } from './cases-domain';
import { deployed } from './deployed';

/** The paths that the read model reads of a case that is saved. */
const savedCase = [
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
] as const;

/** And of a comment, saved or deleted. */
const comment = [
  '$.id',
  'approximateChangeTime',
  'relatedItem.relatedItemId',
  'relatedItem.caseId',
  'relatedItem.createdDateTime',
  'relatedItem.comment.body',
] as const;

/** What the read model reads of each event type. */
export const contracts = contractsFor(
  'refunds',
  {
    'CASE.CREATED': savedCase,
    'CASE.UPDATED': savedCase,
    'CASE.DELETED': ['$.id', 'approximateChangeTime', 'case.caseId'],
    'RELATED_ITEM.CREATED': {
      Comment: comment,
      otherwise: undelivered,
    },
    'RELATED_ITEM.UPDATED': {
      Comment: comment,
      otherwise: undelivered,
    },
    'RELATED_ITEM.DELETED': {
      Comment: comment,
      otherwise: undelivered,
    },
  },
  { domain, rule: deployed.rule },
);
