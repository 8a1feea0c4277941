import { setTimeout as later } from 'node:timers';
import { exampleDomain } from '../../src/event/exampleDomain.ts';
import type { EventType } from '../../src/facts/eventTypes.ts';

// biome-ignore lint/suspicious/noExplicitAny: handlers as they are written in the wild, without types
type Any = any;

/** A handler as teams write it against one pasted example, and the event type it is for. */
export interface FaultyHandler {
  readonly name: string;
  readonly type: EventType;
  readonly handle: (event: Any) => unknown;
  /** Something that the failure's text must say. */
  readonly says: string;
}

const { refundAmount, feedback, dueDate, priority, orderPage, approver, goodwill } = exampleDomain.fields;

function text(event: Any, id: string): string | undefined {
  return event.detail.case.fields?.[id]?.value?.stringValue;
}

/** Thirty faults from what public consumers do, and from what breaks real Lambda functions. */
export const faultyHandlers: readonly FaultyHandler[] = [
  {
    name: 'takes the user for granted',
    type: 'CASE.UPDATED',
    handle: (event) => event.detail.performedBy.user.userArn.split('/'),
    says: 'performedBy.user',
  },
  {
    name: 'takes every user for a Connect user',
    type: 'CASE.UPDATED',
    handle: (event) => event.detail.performedBy.user?.userArn.split('/'),
    says: 'customEntity',
  },
  {
    name: 'knows /user/ ARNs only',
    type: 'CASE.UPDATED',
    handle: ({ detail }) =>
      detail.performedBy.user?.userArn &&
      /\/user\/(.+)$/.exec(detail.performedBy.user.userArn)?.[1]?.length.toFixed() === undefined &&
      fail('no user id'),
    says: '/agent/',
  },
  {
    name: 'takes fields for granted',
    type: 'CASE.CREATED',
    handle: (event) => Object.keys(event.detail.case.fields).length,
    says: 'fields',
  },
  {
    name: 'takes a field for granted',
    type: 'CASE.UPDATED',
    handle: (event) => event.detail.case.fields?.status.value.stringValue,
    says: 'status',
  },
  {
    name: 'takes the first field for granted',
    type: 'CASE.UPDATED',
    handle: (event) => (Object.values(event.detail.case.fields ?? { x: { value: 1 } }) as Any)[0].value,
    says: 'fields',
  },
  {
    name: 'looks up every changed field',
    type: 'CASE.UPDATED',
    handle: ({ detail }) =>
      detail.changedFieldIds
        .filter((id: string) => id === refundAmount.id)
        .map((id: string) => detail.case.fields[id].value),
    says: 'changedFieldIds',
  },
  {
    name: 'takes custom ids for UUIDs',
    type: 'CASE.UPDATED',
    handle: ({ detail }) =>
      Object.keys(detail.case.fields ?? {}).every(
        (id) => /^[a-z_]+$|^[0-9a-f-]{36}$/.test(id) || fail(`not an id: ${id}`),
      ),
    says: 'UUID',
  },
  {
    name: 'has a column of 255 characters',
    type: 'CASE.CREATED',
    handle: (event) =>
      (text(event, 'title') ?? '').length > 255 && fail('value too long for type character varying(255)'),
    says: 'title',
  },
  {
    name: 'has a column that takes no NUL',
    type: 'CASE.CREATED',
    handle: (event) =>
      (text(event, 'title') ?? '').includes('\u0000') && fail('invalid byte sequence for encoding "UTF8": 0x00'),
    says: 'title',
  },
  {
    name: 'wants a title that is not empty',
    type: 'CASE.CREATED',
    handle: (event) => text(event, 'title') === '' && fail('title is required'),
    says: 'title',
  },
  {
    name: 'wants a whole amount',
    type: 'CASE.UPDATED',
    handle: (event) => amount(event) !== undefined && BigInt(amount(event) as number).toString(),
    says: 'refundAmount',
  },
  {
    name: 'wants an amount that is not 0',
    type: 'CASE.UPDATED',
    handle: (event) => amount(event) !== undefined && !amount(event) && fail('amount missing'),
    says: 'refundAmount',
  },
  {
    name: 'wants a positive amount',
    type: 'CASE.UPDATED',
    handle: (event) => (amount(event) ?? 0) < 0 && fail('negative refund'),
    says: 'refundAmount',
  },
  {
    name: 'has a column of numeric(12, 2)',
    type: 'CASE.UPDATED',
    handle: (event) => (amount(event) ?? 0) > 9_999_999_999 && fail('numeric field overflow'),
    says: 'refundAmount',
  },
  {
    name: 'takes false for missing',
    type: 'CASE.UPDATED',
    handle: ({ detail }) =>
      detail.case.fields?.[goodwill.id] &&
      !detail.case.fields[goodwill.id].value.booleanValue &&
      fail('goodwill missing'),
    says: 'goodwill',
  },
  {
    name: 'parses a URL',
    type: 'CASE.UPDATED',
    handle: (event) => text(event, orderPage.id) && new URL(text(event, orderPage.id) as string),
    says: 'orderPage',
  },
  {
    name: 'formats a date',
    type: 'CASE.UPDATED',
    handle: (event) => text(event, dueDate.id) && new Date(text(event, dueDate.id) as string).toISOString(),
    says: 'dueDate',
  },
  {
    name: 'looks options up in a table',
    type: 'CASE.UPDATED',
    handle: (event) =>
      text(event, priority.id) &&
      ({ low: ['3'], normal: ['2'], urgent: ['1'] } as Any)[text(event, priority.id) as string].length,
    says: 'priority',
  },
  {
    name: 'knows open and closed only',
    type: 'CASE.UPDATED',
    handle: (event) =>
      text(event, 'status') && !['open', 'closed'].includes(text(event, 'status') as string) && fail('unknown status'),
    says: 'status',
  },
  {
    name: 'takes the approver apart',
    type: 'CASE.UPDATED',
    handle: ({ detail }) =>
      detail.case.fields?.[approver.id] && detail.case.fields[approver.id].value.userArnValue.split('/')[3].length,
    says: 'approver',
  },
  {
    name: 'cuts a text and puts it into a URL',
    type: 'CASE.CREATED',
    handle: (event) => encodeURIComponent((text(event, feedback.id) ?? '').slice(0, 100)),
    says: 'feedback',
  },
  {
    name: 'decodes a text that was never encoded',
    type: 'CASE.CREATED',
    handle: (event) => decodeURIComponent(text(event, feedback.id) ?? ''),
    says: 'feedback',
  },
  {
    name: 'writes a text in base64 as Latin-1',
    type: 'CASE.CREATED',
    handle: (event) => btoa(text(event, feedback.id) ?? ''),
    says: 'feedback',
  },
  {
    name: 'makes a pattern of a text',
    type: 'CASE.CREATED',
    handle: (event) => new RegExp(text(event, feedback.id) ?? ''),
    says: 'feedback',
  },
  {
    name: 'accepts known properties only',
    type: 'CASE.DELETED',
    handle: ({ detail }) =>
      Object.keys(detail).every(
        (key) =>
          ['version', 'eventType', 'approximateChangeTime', 'changedFieldIds', 'performedBy', 'case'].includes(key) ||
          fail(`unrecognized key: ${key}`),
      ),
    says: 'newProperty',
  },
  {
    name: 'sends the event on in one SQS message of old',
    type: 'CASE.UPDATED',
    handle: (event) =>
      Buffer.byteLength(JSON.stringify({ Records: [event] })) > 262_144 &&
      fail('One or more parameters are invalid: message too long'),
    says: '1,048,576',
  },
  {
    name: 'throws on item types it does not know',
    type: 'RELATED_ITEM.CREATED',
    handle: ({ detail }) => {
      switch (detail.relatedItem.relatedItemType.toLowerCase()) {
        case 'comment':
        case 'contact':
        case 'file':
        case 'sla':
        case 'connectcase':
        case 'custom':
          return;
        default:
          fail('unreachable');
      }
    },
    says: 'item types',
  },
  {
    name: 'takes the content for granted',
    type: 'RELATED_ITEM.CREATED',
    handle: ({ detail }) => detail.relatedItem.relatedItemType === 'Comment' && detail.relatedItem.comment.body,
    says: 'relatedItem.comment',
  },
  {
    name: 'knows the channels of today',
    type: 'RELATED_ITEM.CREATED',
    handle: ({ detail }) =>
      detail.relatedItem.contact?.channel &&
      ({ VOICE: 'v', CHAT: 'c', TASK: 't', EMAIL: 'e' } as Any)[detail.relatedItem.contact.channel].length,
    says: 'channel',
  },
  {
    name: 'forgets to await',
    type: 'CASE.UPDATED',
    handle: ({ detail }) => {
      if (!detail.performedBy.user) void Promise.reject(new Error('no user'));
    },
    says: 'nobody awaited',
  },
  {
    name: 'fails after it returned',
    type: 'CASE.UPDATED',
    handle: ({ detail }) => {
      if (!detail.performedBy.user)
        later(() => {
          throw new Error('no user');
        }, 2);
    },
    says: 'came later',
  },
  {
    name: 'waits for ever',
    type: 'CASE.DELETED',
    handle: ({ detail }) => (detail.case.fields ? 'ok' : new Promise(() => {})),
    says: 'neither returned',
  },
  {
    name: 'changes the event',
    type: 'CASE.UPDATED',
    handle: ({ detail }) => detail.changedFieldIds.sort(),
    says: 'It wrote to the event object',
  },
  {
    name: 'throws a text',
    type: 'CASE.UPDATED',
    handle: ({ detail }) => {
      if (!detail.performedBy.user) throw 'no user';
    },
    says: 'which is no Error',
  },
];

function amount(event: Any): number | undefined {
  return event.detail.case.fields?.[refundAmount.id]?.value?.doubleValue;
}

function fail(message: string): never {
  throw new Error(message);
}
