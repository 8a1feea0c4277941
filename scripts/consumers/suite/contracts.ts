import { contractsFor, ignored } from 'connect-cases-contracts';
import { domain } from './domain';

export const contracts = contractsFor(
  'refunds',
  {
    'CASE.CREATED': ['case.caseId', 'case.fields.status'],
    'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'performedBy'],
    'CASE.DELETED': ['case.caseId'],
    'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId', 'relatedItem.comment.body'], otherwise: ignored },
    'RELATED_ITEM.UPDATED': ignored,
    'RELATED_ITEM.DELETED': ignored,
  },
  { domain },
);
