import { ignored } from '../../contracts/ignored.ts';
import type { OpenQuestionName } from '../../model/facts/openQuestions.ts';
import type { FaultyHandler } from './faultyHandler.ts';
import { ids } from './ids.ts';

/** A handler that fails only if AWS gives another answer to an open question, with the answers that make it fail. */
export type DoubtfulHandler = Pick<FaultyHandler, 'name' | 'reads' | 'handler' | 'in'> & {
  readonly question: OpenQuestionName;
  readonly answers: readonly string[];
};

/** Handlers that rely on the documented reading. */
export const doubtfulHandlers: readonly DoubtfulHandler[] = [
  {
    name: 'takes the content of a comment for granted',
    reads: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored } },
    handler: ({ detail: { relatedItem } }) =>
      relatedItem?.relatedItemType.toLowerCase() === 'comment' ? relatedItem.comment.body : undefined,
    in: 'RELATED_ITEM.CREATED Comment',
    question: 'itemContent',
    answers: ['absent'],
  },
  {
    name: 'knows Comment, not comment',
    reads: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored } },
    handler: ({ detail: { relatedItem } }) =>
      relatedItem?.relatedItemType === 'Comment' ? relatedItem.comment?.body : undefined,
    in: 'RELATED_ITEM.CREATED Comment',
    question: 'relatedItemType',
    answers: ['comment'],
  },
  {
    name: 'knows CASE.RELATED_ITEM.DELETED, not RELATED_ITEM.DELETED',
    reads: { 'RELATED_ITEM.DELETED': ['relatedItem.relatedItemId'] },
    handler: ({ detail }) =>
      detail.eventType === 'CASE.RELATED_ITEM.DELETED' ? detail.relatedItem.relatedItemId : undefined,
    in: 'RELATED_ITEM.DELETED',
    question: 'relatedItemEventType',
    answers: ['RELATED_ITEM'],
  },
  {
    name: 'expects performedBy',
    reads: { 'CASE.CREATED': ['performedBy.iamPrincipalArn'] },
    handler: ({ detail }) => detail.performedBy.iamPrincipalArn,
    in: 'CASE.CREATED',
    question: 'performedBy',
    answers: ['absent'],
  },
  {
    name: 'expects changedFieldIds of a new case',
    reads: { 'CASE.CREATED': ['changedFieldIds'] },
    handler: ({ detail }) => detail.changedFieldIds.length,
    in: 'CASE.CREATED',
    question: 'changedFieldIds',
    answers: ['absent'],
  },
  {
    name: 'expects changedFieldIds of a case that changed',
    reads: { 'CASE.UPDATED': ['changedFieldIds'] },
    handler: ({ detail }) => detail.changedFieldIds.includes('status'),
    in: 'CASE.UPDATED',
    question: 'changedFieldIdsOnUpdate',
    answers: ['absent'],
  },
  {
    name: 'expects no amount among what changed of a new case',
    reads: { 'CASE.CREATED': ['changedFieldIds'] },
    handler: ({ detail }) => {
      if (detail.changedFieldIds?.length > 11) throw new Error('a new case changed');
    },
    in: 'CASE.CREATED',
    question: 'changedFieldIdsOnCreation',
    answers: ['every field with a value'],
  },
  {
    name: 'expects to be told what changed of a comment',
    reads: { 'RELATED_ITEM.UPDATED': { Comment: ['changedAttributes'], otherwise: ignored } },
    handler: ({ detail }) => detail.changedAttributes.length,
    in: 'RELATED_ITEM.UPDATED Comment',
    question: 'anyChangedAttributes',
    answers: ['absent'],
  },
  {
    name: 'expects the creation time of a deleted item',
    reads: { 'RELATED_ITEM.DELETED': ['relatedItem.createdDateTime'] },
    handler: ({ detail }) => detail.relatedItem.createdDateTime.slice(0, 10),
    in: 'RELATED_ITEM.DELETED',
    question: 'deletedItem',
    answers: ['type and ids only'],
  },
  {
    name: 'expects the template of a deleted case',
    reads: { 'CASE.DELETED': ['case.templateId'] },
    handler: ({ detail }) => detail.case.templateId.length,
    in: 'CASE.DELETED',
    question: 'deletedCase',
    answers: ['caseId only'],
  },
  {
    name: 'expects three fraction digits',
    reads: { 'CASE.UPDATED': ['approximateChangeTime'] },
    handler: ({ detail }) => {
      const time: string = detail.approximateChangeTime;
      if (!/\.\d{3}Z$/.test(time)) throw new Error(`not a time: ${time}`);
    },
    in: 'CASE.UPDATED',
    question: 'fraction',
    answers: ['seconds', 'microseconds', 'nanoseconds'],
  },
  {
    name: 'expects an ARN member in a User field',
    reads: { 'CASE.UPDATED': ['case.fields.approver'] },
    handler: ({ detail }) => {
      const value = detail.case.fields?.[ids.approver]?.value;
      return value && !value.emptyValue && value.userArnValue.length;
    },
    in: 'CASE.UPDATED',
    question: 'userField',
    answers: ['stringValue'],
  },
  {
    name: 'expects a value in a field that is there',
    reads: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    handler: ({ detail }) => detail.case.fields?.[ids.refundAmount]?.value.doubleValue.toFixed(2),
    in: 'CASE.UPDATED',
    question: 'clearedField',
    answers: ['emptyValue'],
  },
  {
    name: 'expects a list of fields in a Custom item',
    reads: { 'RELATED_ITEM.UPDATED': { Custom: ['relatedItem.custom.fields'], otherwise: ignored } },
    handler: ({ detail }) => detail.relatedItem?.custom?.fields.map(({ id }: { id: string }) => id),
    in: 'RELATED_ITEM.UPDATED Custom',
    question: 'customItemFields',
    answers: ['map'],
  },
  {
    name: 'forwards an event to a queue of 1 MB, without its envelope, in Base64',
    reads: { 'CASE.CREATED': ['case.fields'] },
    handler: ({ detail }) => {
      const message = Buffer.from(JSON.stringify(detail)).toString('base64');
      if (message.length > 1_048_576) throw new Error('InvalidParameterValue: must be shorter than 1048576 bytes');
    },
    in: 'CASE.CREATED',
    question: 'entrySize',
    answers: ['1,048,576 bytes'],
  },
];
