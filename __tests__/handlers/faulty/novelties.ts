import { z } from 'zod';
import { ignored } from '../../../contracts/ignored.ts';
import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

const member = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ doubleValue: z.number() }),
  z.strictObject({ booleanValue: z.boolean() }),
  z.strictObject({ userArnValue: z.string() }),
]);

const strictUpdate = z.strictObject({
  version: z.string(),
  eventType: z.string(),
  approximateChangeTime: z.string(),
  changedFieldIds: z.array(z.string()).optional(),
  performedBy: z.looseObject({}).optional(),
  case: z.looseObject({ fields: z.record(z.string(), z.object({ value: member })).optional() }),
});

const knownStatus = z.looseObject({
  case: z.looseObject({
    fields: z
      .looseObject({ status: z.object({ value: z.object({ stringValue: z.enum(['open', 'closed']) }) }).optional() })
      .optional(),
  }),
});

function statusOf({ detail }: Trusted): string {
  return detail.case?.fields?.status?.value.stringValue ?? 'open';
}

/** Handlers that know every value of today, and refuse any new one. */
export const novelties: readonly FaultyHandler[] = [
  {
    name: 'parses the detail with a strict schema',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: ({ detail }) => strictUpdate.parse(detail),
    in: 'CASE.UPDATED',
    class: 'open',
    fact: 'additions',
  },
  {
    name: 'parses the status with an enum',
    reads: { 'CASE.UPDATED': ['case.fields.status'] },
    handler: ({ detail }) => knownStatus.parse(detail),
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'options',
  },
  {
    name: 'looks the status up in a table',
    reads: { 'CASE.UPDATED': ['case.fields.status'] },
    handler: (event) => ({ open: 'Open', closed: 'Closed' })[statusOf(event) as 'open' | 'closed'].toUpperCase(),
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'options',
  },
  {
    name: 'orders by the place of the priority in its list',
    reads: { 'CASE.UPDATED': ['case.fields.priority'] },
    handler: ({ detail }) => {
      const priority = detail.case?.fields?.[ids.priority]?.value.stringValue ?? 'low';
      return ([3, 2, 1][['low', 'normal', 'urgent'].indexOf(priority)] as number).toFixed();
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'options',
  },
  {
    name: 'knows every field there is',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: ({ detail }) => {
      const known = ['status', 'title', 'summary', 'case_reason', ...Object.values(ids)];
      for (const id of Object.keys(detail.case?.fields ?? {})) {
        if (!known.includes(id)) throw new Error(`unknown field ${id}`);
      }
    },
    in: 'CASE.UPDATED',
    class: ['open', 'edge'],
    fact: ['customFields', 'fieldIds'],
  },
  {
    name: 'throws on a related item type that it does not know',
    reads: {},
    handler: ({ detail }) => {
      switch (detail.relatedItem?.relatedItemType) {
        case undefined:
        case 'Comment':
        case 'Contact':
        case 'File':
        case 'Sla':
        case 'ConnectCase':
        case 'Custom':
          return;
        default:
          throw new Error(`unexpected item ${detail.relatedItem.relatedItemType}`);
      }
    },
    in: 'RELATED_ITEM.CREATED',
    class: 'open',
    fact: 'additions',
  },
  {
    name: 'throws on an event type that it has no use for',
    reads: { 'CASE.UPDATED': ['case.caseId'] },
    handler: ({ detail }) => {
      if (detail.eventType !== 'CASE.UPDATED') throw new Error(`unexpected event ${detail.eventType}`);
      return detail.case.caseId;
    },
    in: 'CASE.CREATED',
    class: 'sample',
  },
  {
    name: 'takes whatever begins with CASE. for a case event',
    reads: { 'CASE.DELETED': ['case.caseId'] },
    handler: ({ detail }) => (detail.eventType.startsWith('CASE.') ? detail.case.caseId : undefined),
    in: 'RELATED_ITEM.DELETED',
    class: 'sample',
  },
  {
    name: 'has a queue for every channel of today',
    reads: { 'RELATED_ITEM.CREATED': { Contact: ['relatedItem.contact.channel'], otherwise: ignored } },
    handler: ({ detail }) => {
      const queues = { VOICE: 'phone', CHAT: 'chat', TASK: 'task', EMAIL: 'mail' };
      const channel: keyof typeof queues = detail.relatedItem?.contact?.channel ?? 'TASK';
      return queues[channel].toUpperCase();
    },
    in: 'RELATED_ITEM.CREATED Contact',
    class: 'edge',
    fact: 'contentMembers',
  },
  {
    name: 'expects the page and the content to call a comment the same',
    reads: { 'RELATED_ITEM.UPDATED': { Comment: ['changedAttributes'], otherwise: ignored } },
    handler: ({ detail }) => {
      if (detail.relatedItem?.relatedItemType !== 'Comment') return;
      if (!detail.changedAttributes.includes('comment.body')) throw new Error('what changed?');
    },
    in: 'RELATED_ITEM.UPDATED Comment',
    class: 'sample',
  },
];
