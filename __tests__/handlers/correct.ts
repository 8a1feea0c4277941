import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { ignored } from '../../contracts/ignored.ts';
import type { FaultyHandler, Trusted } from './faultyHandler.ts';
import { ids } from './ids.ts';

/** A correct handler, in its own style. */
export type CorrectHandler = Pick<FaultyHandler, 'name' | 'reads' | 'handler'>;

const updates: FaultyHandler['reads'] = {
  'CASE.UPDATED': ['case.caseId', 'changedFieldIds', 'case.fields.status', 'case.fields.refundAmount'],
};

const comments: FaultyHandler['reads'] = {
  'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId', 'relatedItem.comment.body'], otherwise: ignored },
};

const fieldValue = z.looseObject({
  stringValue: z.string().optional(),
  doubleValue: z.number().optional(),
});

const looseUpdate = z.looseObject({
  detail: z.looseObject({
    eventType: z.string(),
    case: z
      .looseObject({
        caseId: z.string().min(1),
        fields: z.record(z.string(), z.looseObject({ value: fieldValue })).optional(),
      })
      .optional(),
  }),
});

/** Like Powertools' parser: it checks the envelope, passes on the detail and strips unknown members. */
const envelope = z.object({
  id: z.string(),
  source: z.literal('aws.cases'),
  'detail-type': z.string(),
  account: z.string().length(12),
  region: z.string(),
  time: z.iso.datetime(),
  resources: z.array(z.string()),
  detail: z.object({
    eventType: z.string(),
    performedBy: z
      .object({
        user: z.object({ userArn: z.string().optional(), customEntity: z.string().optional() }).optional(),
        iamPrincipalArn: z.string(),
      })
      .optional(),
    case: z.object({ caseId: z.string() }).optional(),
  }),
});

class RefundProjection {
  readonly #amounts = new Map<string, number | undefined>();

  readonly handle = async ({ detail }: Trusted): Promise<void> => {
    const caseId: string | undefined = detail.case?.caseId;
    if (caseId === undefined) return;
    await nextTurn();
    if (detail.eventType === 'CASE.DELETED') this.#amounts.delete(caseId);
    else this.#amounts.set(caseId, detail.case.fields?.[ids.refundAmount]?.value?.doubleValue);
  };
}

function typeOf({ detail }: Trusted): string {
  return String(detail.eventType ?? '').replace(/^CASE\.(?=RELATED_ITEM\.)/, '');
}

function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? '…' : value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, redacted(part)]));
}

/** Handlers that keep their contracts. */
export const correctHandlers: readonly CorrectHandler[] = [
  {
    name: 'plain optional chaining',
    reads: updates,
    handler: ({ detail }) => ({
      caseId: detail.case?.caseId,
      changed: detail.changedFieldIds?.length ?? 0,
      status: detail.case?.fields?.status?.value?.stringValue,
      amount: detail.case?.fields?.[ids.refundAmount]?.value?.doubleValue,
    }),
  },
  {
    name: 'zod, letting through what it does not know',
    reads: updates,
    handler: (event) => {
      const { detail } = looseUpdate.parse(event);
      return detail.changedFieldIds ?? detail.case?.fields?.status?.value.stringValue;
    },
  },
  {
    name: 'a parser of the envelope, stripping what it does not know',
    reads: { 'CASE.UPDATED': ['performedBy', 'case.caseId'] },
    handler: async (event) => {
      const { detail } = envelope.parse(event);
      return detail.performedBy?.user?.userArn ?? detail.performedBy?.user?.customEntity ?? detail.case?.caseId;
    },
  },
  {
    name: 'a method of a class',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] },
    handler: new RefundProjection().handle,
  },
  {
    name: 'the callback of older functions',
    reads: { 'CASE.CREATED': ['case.caseId'] },
    handler: ({ detail }, context, callback) => {
      context.callbackWaitsForEmptyEventLoop = false;
      setImmediate(() => callback(null, { statusCode: 200, body: JSON.stringify(detail.case?.caseId ?? null) }));
    },
  },
  {
    name: 'the context of still older functions',
    reads: { 'CASE.CREATED': ['case.caseId'] },
    handler: ({ detail }, context, _callback) => context.succeed(detail.case?.caseId),
  },
  {
    name: 'changing a copy of the event',
    reads: { 'CASE.UPDATED': ['changedFieldIds'] },
    handler: (event) => {
      const copy = structuredClone(event);
      delete copy.detail.performedBy;
      copy.detail.changedFieldIds?.sort();
      copy.detail.case = { ...copy.detail.case, fields: undefined };
      return copy.detail.eventType;
    },
  },
  {
    name: 'a switch that lets the rest go, for both spellings',
    reads: comments,
    handler: (event) => {
      switch (`${typeOf(event)} ${event.detail.relatedItem?.relatedItemType ?? ''}`.toLowerCase()) {
        case 'related_item.created comment':
          return [event.detail.relatedItem.caseId, event.detail.relatedItem.comment?.body?.length];
        default:
          return undefined;
      }
    },
  },
  {
    name: 'a table of functions by event type',
    reads: comments,
    handler: (event) => {
      const functions = new Map<string, (item: Trusted) => unknown>([
        [
          'RELATED_ITEM.CREATED',
          ({ caseId, comment }) => `${caseId}: ${[...(comment?.body ?? '')].slice(0, 80).join('')}`,
        ],
      ]);
      return functions.get(typeOf(event))?.(event.detail.relatedItem);
    },
  },
  {
    name: 'every field at once, by its member',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: async ({ detail }) => {
      const fields: [string, Trusted][] = Object.entries(detail.case?.fields ?? {});
      const pairs = await Promise.all(fields.map(async ([id, field]) => [id, Object.values(field?.value ?? {})[0]]));
      return Object.fromEntries(pairs);
    },
  },
  {
    name: 'cleared fields by what is missing',
    reads: { 'CASE.UPDATED': ['changedFieldIds', 'case.fields'] },
    handler: ({ detail }) => {
      const { fields = {} } = detail.case ?? {};
      return (detail.changedFieldIds ?? []).filter((id: string) => fields[id]?.value?.emptyValue ?? !fields[id]);
    },
  },
  {
    name: 'cutting by characters, before it encodes',
    reads: { 'CASE.CREATED': ['case.fields.title', 'case.fields.feedback'] },
    handler: ({ detail }) =>
      ['title', ids.feedback].map((id) => {
        const text: string = detail.case?.fields?.[id]?.value?.stringValue ?? '';
        return encodeURIComponent([...text].slice(0, 100).join(''));
      }),
  },
  {
    name: 'writing the whole event to an object store, in Base64',
    reads: { 'CASE.CREATED': ['$.id', 'case.fields'] },
    handler: async (event) => {
      const body = Buffer.from(JSON.stringify(event)).toString('base64');
      await nextTurn();
      return { bytes: body.length, key: encodeURIComponent(event.id) };
    },
  },
  {
    name: 'logging a redacted copy, frozen',
    reads: { 'CASE.DELETED': ['case.caseId'] },
    handler: (event) => Object.freeze(redacted(event)),
  },
  {
    name: 'catching what it cannot read',
    reads: { 'CASE.UPDATED': ['case.fields.orderPage', 'case.fields.dueDate'] },
    handler: ({ detail }) => {
      try {
        const { fields = {} } = detail.case ?? {};
        const page = new URL(fields[ids.orderPage]?.value.stringValue).host;
        return [page, new Date(fields[ids.dueDate]?.value.stringValue).toISOString()];
      } catch {
        return null;
      }
    },
  },
];
