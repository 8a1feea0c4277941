import { ignored } from '../../../contracts/ignored.ts';
import type { FaultyHandler } from '../faultyHandler.ts';
import { ids } from '../ids.ts';
import { readers } from './readers.ts';

/** A table that is not what its handler reads, and what the failure says about it. */
export interface Misdeclared {
  readonly name: string;
  readonly reads: FaultyHandler['reads'];
  readonly handler: FaultyHandler['handler'];
  /** The contract that fails. */
  readonly in: string;
  readonly unread?: readonly string[];
  readonly undeclared?: readonly string[];
  readonly misread?: readonly string[];
  /** The row as it should be. */
  readonly row: string;
  /** Another line of the failure. */
  readonly told?: string;
}

type Detail = FaultyHandler['handler'];

const byName = (name: string): Detail => readers.find((reader) => reader.name === name)?.handler as Detail;
const readme = byName('is the handler of the README');
const refund = byName('destructures');

const onUpdate =
  (handle: (detail: Parameters<Detail>[0]) => unknown): Detail =>
  async ({ detail }) =>
    detail.eventType === 'CASE.UPDATED' ? handle(detail) : undefined;

/** Tables with one fault each. */
export const misdeclared: readonly Misdeclared[] = [
  {
    name: 'a field under the id of another domain',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] },
    handler: onUpdate((detail) => [
      detail.case.caseId,
      detail.case.fields?.['1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21']?.value?.doubleValue,
    ]),
    unread: ['case.fields.refundAmount'],
    row: "'CASE.UPDATED': ['case.caseId'],",
    told: 'detail.case.fields.1c7b3e4f-62d8-4e1f-9a2b-7d3c8e0f5b21',
  },
  {
    name: 'the member of another type of field',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] },
    handler: onUpdate((detail) => [detail.case.caseId, detail.case.fields?.[ids.refundAmount]?.value?.stringValue]),
    misread: ['case.fields.refundAmount'],
    row: '',
    told: '.value.stringValue: a Number has its value in value.doubleValue',
  },
  {
    name: 'a field whose value is left out of the path',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.status'] },
    handler: onUpdate((detail) => [detail.case.caseId, detail.case.fields?.status?.stringValue]),
    misread: ['case.fields.status'],
    row: '',
    told: 'status.stringValue: a SingleSelect has its value in value.stringValue',
  },
  {
    name: 'the member of another type in a handler that logs the event',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] },
    handler: async (event) => {
      const { detail } = event;
      JSON.stringify(event);
      if (detail.eventType !== 'CASE.UPDATED') return undefined;
      return [detail.case.caseId, detail.case.fields?.[ids.refundAmount]?.value?.stringValue];
    },
    misread: ['case.fields.refundAmount'],
    row: '',
    told: '.value.stringValue: a Number has its value in value.doubleValue',
  },
  {
    name: 'a misspelt member',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.status'] },
    handler: onUpdate((detail) => [detail.case.caseId, detail.case.field?.status]),
    unread: ['case.fields.status'],
    row: "'CASE.UPDATED': ['case.caseId'],",
    told: '  detail.case.field\n',
  },
  {
    name: 'another spelling of a member',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'changedFieldIds'] },
    handler: onUpdate((detail) => [detail.case.caseId, detail.changedFieldsIds?.length]),
    unread: ['changedFieldIds'],
    row: "'CASE.UPDATED': ['case.caseId'],",
    told: '  detail.changedFieldsIds\n',
  },
  {
    name: 'another spelling of the event type',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId'] },
    handler: async ({ detail }) => (detail.eventType === 'CASE_UPDATED' ? detail.case.caseId : 'not for us'),
    unread: ['case.caseId'],
    row: "'CASE.UPDATED': ignored,",
    told: 'Does the handler know this event type',
  },
  {
    name: 'an early return',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] },
    handler: onUpdate((detail) => {
      if (!detail.case.fields?.status?.value?.booleanValue) return detail.case.caseId;
      return detail.case.fields;
    }),
    unread: ['case.fields.refundAmount'],
    undeclared: ['case.fields.status'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.status'],",
  },
  {
    name: 'an early return before everything',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId'] },
    handler: async () => undefined,
    unread: ['case.caseId'],
    row: "'CASE.UPDATED': ignored,",
  },
  {
    name: 'a field too many',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'case.fields.priority'] },
    handler: refund,
    unread: ['case.fields.priority'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],",
  },
  {
    name: 'a field that is left out',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId'] },
    handler: refund,
    undeclared: ['case.fields.refundAmount'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],",
  },
  {
    name: 'the id that is left out',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    handler: refund,
    undeclared: ['case.caseId'],
    row: "'CASE.UPDATED': ['case.fields.refundAmount', 'case.caseId'],",
  },
  {
    name: 'one field in place of another',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.goodwill'] },
    handler: refund,
    unread: ['case.fields.goodwill'],
    undeclared: ['case.fields.refundAmount'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],",
  },
  {
    name: 'an object that is destructured for other events',
    in: 'CASE.DELETED',
    reads: { 'CASE.DELETED': ['case.caseId', 'performedBy'] },
    handler: readme,
    unread: ['performedBy'],
    row: "'CASE.DELETED': ['case.caseId'],",
  },
  {
    name: 'who did it left out',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] },
    handler: readme,
    undeclared: ['performedBy.user.userArn'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'performedBy.user.userArn'],",
  },
  {
    name: 'the other kind of user',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['performedBy.user.customEntity'] },
    handler: onUpdate(({ performedBy }) => performedBy?.user?.userArn ?? 'nobody'),
    unread: ['performedBy.user.customEntity'],
    undeclared: ['performedBy.user.userArn'],
    row: "'CASE.UPDATED': ['performedBy.user.userArn'],",
  },
  {
    name: 'an ignored row',
    in: 'CASE.DELETED',
    reads: {},
    handler: readme,
    undeclared: ['case.caseId'],
    row: "'CASE.DELETED': ['case.caseId'],",
    told: 'though the row is ignored',
  },
  {
    name: 'an ignored item type',
    in: 'RELATED_ITEM.CREATED otherwise',
    reads: { 'RELATED_ITEM.CREATED': { File: ['relatedItem.file.fileArn'], otherwise: ignored } },
    handler: byName('handles each item type in its own way'),
    undeclared: [
      'relatedItem.relatedItemId',
      'relatedItem.comment.body',
      'relatedItem.sla.slaConfiguration.status',
      'relatedItem.sla.slaConfiguration.completionTime',
    ],
    row: "otherwise: ['relatedItem.relatedItemId'],",
  },
  {
    name: 'the content of a related item left out',
    in: 'RELATED_ITEM.CREATED Comment',
    reads: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: ignored } },
    handler: readme,
    undeclared: ['relatedItem.comment.body'],
    row: "Comment: ['relatedItem.caseId', 'relatedItem.comment.body'],",
  },
  {
    name: 'one row for items that are read by their type',
    in: 'RELATED_ITEM.CREATED',
    reads: { 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    handler: readme,
    undeclared: ['relatedItem.comment.body'],
    row: "Comment: ['relatedItem.caseId', 'relatedItem.comment.body'],",
  },
  {
    name: 'the wrong id of a related item',
    in: 'RELATED_ITEM.CREATED Comment',
    reads: {
      'RELATED_ITEM.CREATED': {
        Comment: ['relatedItem.relatedItemId', 'relatedItem.comment.body'],
        otherwise: ignored,
      },
    },
    handler: readme,
    unread: ['relatedItem.relatedItemId'],
    undeclared: ['relatedItem.caseId'],
    row: "Comment: ['relatedItem.comment.body', 'relatedItem.caseId'],",
  },
  {
    name: 'the map of fields that is taken whole',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.fields.status'] },
    handler: byName('walks over all fields'),
    undeclared: ['case.fields'],
    row: "'CASE.UPDATED': ['case.fields'],",
  },
  {
    name: 'a path that is only logged',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'case.templateId'] },
    handler: byName('logs the whole event'),
    unread: ['case.templateId'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],",
  },
  {
    name: 'a path that is only cloned for a log',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'case.templateId'] },
    handler: byName('logs a clone of the event'),
    unread: ['case.templateId'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'],",
    told: 'the handler only copies it with all around it',
  },
  {
    name: 'a path that the schema does not have',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.templateId', 'changedFieldIds'] },
    handler: byName('parses with zod, which strips the rest'),
    unread: ['changedFieldIds'],
    row: "'CASE.UPDATED': ['case.caseId', 'case.templateId'],",
  },
  {
    name: 'what decides left out',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    handler: byName('reads the amount of closed cases only'),
    undeclared: ['case.fields.status'],
    row: "'CASE.UPDATED': ['case.fields.refundAmount', 'case.fields.status'],",
  },
  {
    name: 'the envelope left out',
    in: 'CASE.UPDATED',
    reads: { 'CASE.UPDATED': ['$.id', '$.resources'] },
    handler: byName('reads the envelope'),
    undeclared: ['$.time'],
    row: "'CASE.UPDATED': ['$.id', '$.resources', '$.time'],",
  },
];
