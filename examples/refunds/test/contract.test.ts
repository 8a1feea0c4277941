import { contractsFor, ignored, verify } from 'connect-cases-contracts';
import { handler, readModel } from '../src/handler';
import { domain } from './cases-domain';

const contracts = contractsFor(
  'refunds',
  {
    'CASE.CREATED': [
      '$.id',
      'approximateChangeTime',
      'performedBy',
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
      otherwise: ignored,
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
      otherwise: ignored,
    },
    'RELATED_ITEM.DELETED': {
      Comment: ['$.id', 'approximateChangeTime', 'relatedItem.relatedItemId', 'relatedItem.caseId'],
      otherwise: ignored,
    },
  },
  { domain },
);

async function reset(): Promise<void> {
  (await readModel).clear();
}

for (const contract of contracts) test(contract.title, () => verify(contract, handler, { reset, foreign: true }));
