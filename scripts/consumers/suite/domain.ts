import { defineDomain } from 'connect-cases-contracts';

export const domain = defineDomain({
  region: 'eu-central-1',
  accountId: '444455556666',
  domainId: '7d1f6a52-0c3b-4f68-9a2e-5b8d4c3e2f10',
  fields: { refundAmount: { id: '1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21', type: 'Number' } },
  includedData: { fields: ['status', 'refundAmount'], relatedItemContent: true },
});
