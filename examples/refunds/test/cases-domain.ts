import { defineDomain } from 'connect-cases-contracts';
import { fieldIds } from '../src/fieldIds';

/** Our Cases domain, and what its event stream is configured to include. */
export const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10',
  fields: {
    refundReason: { id: fieldIds.refundReason, type: 'Text' },
    refundAmount: { id: fieldIds.refundAmount, type: 'Number' },
    goodwill: { id: fieldIds.goodwill, type: 'Boolean' },
    dueDate: { id: fieldIds.dueDate, type: 'DateTime' },
    priority: { id: fieldIds.priority, type: 'SingleSelect', options: ['low', 'normal', 'urgent'] },
    orderPage: { id: fieldIds.orderPage, type: 'Url' },
    approver: { id: fieldIds.approver, type: 'User' },
  },
  includedData: {
    fields: [
      'status',
      'title',
      'refundReason',
      'refundAmount',
      'goodwill',
      'dueDate',
      'priority',
      'orderPage',
      'approver',
    ],
    relatedItemContent: true,
  },
});
