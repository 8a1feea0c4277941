import { exampleDomain } from '../../model/domain/exampleDomain.ts';

const { fields } = exampleDomain;

/** The ids of the example domain's custom fields. */
export const ids = {
  feedback: fields.feedback.id,
  refundAmount: fields.refundAmount.id,
  goodwill: fields.goodwill.id,
  dueDate: fields.dueDate.id,
  priority: fields.priority.id,
  orderPage: fields.orderPage.id,
  approver: fields.approver.id,
} as const;
