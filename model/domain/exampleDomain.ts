import { type Domain, markAsChecked } from './domain.ts';

/** The custom fields of {@link exampleDomain}. */
type ExampleFields = {
  /** A Text with the customer's opinion. */
  readonly feedback: { readonly id: '1d4f2c3b-7a60-4e58-9b1c-0f2e4d6a8c01'; readonly type: 'Text' };
  /** A Number. */
  readonly refundAmount: { readonly id: '2e5a3d4c-8b71-4f69-8c2d-1a3f5e7b9d12'; readonly type: 'Number' };
  /** A Boolean. */
  readonly goodwill: { readonly id: '3f6b4e5d-9c82-4a7a-9d3e-2b4a6f8c0e23'; readonly type: 'Boolean' };
  /** A DateTime. */
  readonly dueDate: { readonly id: '4a7c5f6e-0d93-4b8b-8e4f-3c5b7a9d1f34'; readonly type: 'DateTime' };
  /** A SingleSelect with three options. */
  readonly priority: {
    readonly id: '5b8d6a7f-1ea4-4c9c-9f5a-4d6c8b0e2a45';
    readonly type: 'SingleSelect';
    readonly options: readonly ['low', 'normal', 'urgent'];
  };
  /** A Url. */
  readonly orderPage: { readonly id: '6c9e7b8a-2fb5-4dad-8a6b-5e7d9c1f3b56'; readonly type: 'Url' };
  /** A User. */
  readonly approver: { readonly id: '7d0f8c9b-3ac6-4ebe-9b7c-6f8e0d2a4c67'; readonly type: 'User' };
};

/**
 * The default domain of the arbitraries. It includes status, title, summary, case_reason, one custom field of every
 * type, and related-item content.
 */
export const exampleDomain: Domain<
  ExampleFields,
  | 'status'
  | 'title'
  | 'summary'
  | 'case_reason'
  | 'feedback'
  | 'refundAmount'
  | 'goodwill'
  | 'dueDate'
  | 'priority'
  | 'orderPage'
  | 'approver',
  true
> = markAsChecked({
  region: 'us-east-1',
  accountId: '111122223333',
  domainId: 'dad5efb6-8485-4a55-8241-98a88f0a1b2c',
  fields: {
    feedback: { id: '1d4f2c3b-7a60-4e58-9b1c-0f2e4d6a8c01', type: 'Text' },
    refundAmount: { id: '2e5a3d4c-8b71-4f69-8c2d-1a3f5e7b9d12', type: 'Number' },
    goodwill: { id: '3f6b4e5d-9c82-4a7a-9d3e-2b4a6f8c0e23', type: 'Boolean' },
    dueDate: { id: '4a7c5f6e-0d93-4b8b-8e4f-3c5b7a9d1f34', type: 'DateTime' },
    priority: {
      id: '5b8d6a7f-1ea4-4c9c-9f5a-4d6c8b0e2a45',
      type: 'SingleSelect',
      options: ['low', 'normal', 'urgent'],
    },
    orderPage: { id: '6c9e7b8a-2fb5-4dad-8a6b-5e7d9c1f3b56', type: 'Url' },
    approver: { id: '7d0f8c9b-3ac6-4ebe-9b7c-6f8e0d2a4c67', type: 'User' },
  },
  templates: [],
  includedData: {
    fields: [
      'status',
      'title',
      'summary',
      'case_reason',
      'feedback',
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
