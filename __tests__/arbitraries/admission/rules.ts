import { exampleDomain } from '../../../model/domain/exampleDomain.ts';

const { feedback, refundAmount, goodwill, priority, approver } = exampleDomain.fields;

function field({ id }: { readonly id: string }, value: object): object {
  return { detail: { case: { fields: { [id]: { value } } } } };
}

function item(itemType: string, content: object): object {
  return { detail: { relatedItem: { relatedItemType: [itemType], ...content } } };
}

/** Rules that filter on every kind of place of an event, with every operator. */
export const rules: Readonly<Record<string, object>> = {
  'source alone': { source: ['aws.cases'] },
  'source and detail-type': { source: ['aws.cases'], 'detail-type': ['Amazon Connect Cases Change'] },
  'some event types': { detail: { eventType: ['CASE.UPDATED', 'RELATED_ITEM.CREATED'] } },
  'a prefix of the event type': { detail: { eventType: [{ prefix: 'CASE.' }] } },
  'one option of a field': field(priority, { stringValue: ['urgent'] }),
  'any option but one': field(priority, { stringValue: [{ 'anything-but': 'low' }] }),
  'a text of a field': field(feedback, { stringValue: ['a refund, please'] }),
  'the start of a text': field(feedback, { stringValue: [{ prefix: 'Refund ' }] }),
  'the end of a text': field(feedback, { stringValue: [{ suffix: ' please' }] }),
  'a text in any case': field(feedback, { stringValue: [{ 'equals-ignore-case': 'REFUND' }] }),
  'a wildcard in a text': field(feedback, { stringValue: [{ wildcard: '*refund*please*' }] }),
  'an address in a text': field(feedback, { stringValue: [{ cidr: '10.0.0.0/24' }] }),
  'a number': field(refundAmount, { doubleValue: [1234.5] }),
  'a range of numbers': field(refundAmount, { doubleValue: [{ numeric: ['>', 100_000, '<=', 100_001] }] }),
  'a small range of numbers': field(refundAmount, { doubleValue: [{ numeric: ['>', 7.25, '<', 7.5] }] }),
  'large numbers': field(refundAmount, { doubleValue: [{ numeric: ['>=', 1_000_000_000] }] }),
  'a boolean': field(goodwill, { booleanValue: [false] }),
  'a user of a field': field(approver, { userArnValue: [{ exists: true }] }),
  'a field with a value': field(refundAmount, { doubleValue: [{ exists: true }] }),
  'a field without a value': field(refundAmount, { doubleValue: [{ exists: false }] }),
  'a status': field({ id: 'status' }, { stringValue: ['closed'] }),
  'a status that AWS does not have': field({ id: 'status' }, { stringValue: ['waiting'] }),
  'the title': field({ id: 'title' }, { stringValue: ['Refund'] }),
  'two fields': {
    detail: {
      case: {
        fields: {
          [priority.id]: { value: { stringValue: ['urgent'] } },
          [feedback.id]: { value: { stringValue: [{ exists: false }, { prefix: 'Refund' }] } },
        },
      },
    },
  },
  'one of two fields': {
    detail: {
      $or: [
        { case: { fields: { [priority.id]: { value: { stringValue: ['urgent'] } } } } },
        { case: { fields: { [refundAmount.id]: { value: { doubleValue: [{ numeric: ['>', 1e6] }] } } } } },
        { relatedItem: { relatedItemType: ['Comment', 'Contact'] } },
      ],
    },
  },
  'a user': { detail: { performedBy: { user: { userArn: [{ exists: true }] } } } },
  'a user by another system': { detail: { performedBy: { user: { customEntity: [{ prefix: 'crm' }] } } } },
  'no user': {
    detail: { performedBy: { user: { userArn: [{ exists: false }], customEntity: [{ exists: false }] } } },
  },
  'a role': { detail: { performedBy: { iamPrincipalArn: ['arn:aws:iam::111122223333:role/Refunds'] } } },
  'any role but one': {
    detail: { performedBy: { iamPrincipalArn: [{ 'anything-but': { wildcard: '*/AWSServiceRole*' } }] } },
  },
  'a changed field': { detail: { changedFieldIds: ['status'] } },
  'a changed custom field': { detail: { changedFieldIds: [refundAmount.id] } },
  'one case': { detail: { case: { caseId: ['11111111-2222-3333-4444-555555555555'] } } },
  'a template': { detail: { case: { templateId: [{ suffix: 'refunds' }] } } },
  'an ARN': { resources: [{ wildcard: 'arn:aws:cases:*:domain/*/case/*' }] },
  'the ARN of one case': { resources: [{ suffix: '/case/11111111-2222-3333-4444-555555555555' }] },
  'dotted keys': { 'detail.eventType': ['CASE.CREATED'] },
  comments: item('Comment', {}),
  'comments with a text': item('Comment', { comment: { body: [{ prefix: 'Refund' }] } }),
  'contacts of a channel': item('Contact', { contact: { channel: ['EMAIL'] } }),
  'contacts without a channel': item('Contact', { contact: { channel: [{ exists: false }] } }),
  'an SLA that is overdue': item('Sla', { sla: { slaConfiguration: { status: ['Overdue'] } } }),
  'an SLA with a target': item('Sla', {
    sla: { slaConfiguration: { targetFieldValues: { stringValue: ['closed'] } } },
  }),
  'a Custom item with a field': item('Custom', {
    custom: { fields: { id: [feedback.id], value: { stringValue: ['good'] } } },
  }),
  'every item but comments': { detail: { relatedItem: { relatedItemType: [{ 'anything-but': 'Comment' }] } } },
};
