import assert from 'node:assert';
import { EventBridgeEnvelope } from '@aws-lambda-powertools/parser/envelopes/eventbridge';
import { EventBridgeSchema } from '@aws-lambda-powertools/parser/schemas';
import middy from '@middy/core';
import jsonata from 'jsonata';
import lodash from 'lodash';
import { z } from 'zod';
import { ignored } from '../../../contracts/ignored.ts';
import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

/** A handler whose table says exactly what it reads. */
export type Reader = Pick<FaultyHandler, 'name' | 'reads' | 'handler'>;

const updated = ['case.caseId', 'case.fields.refundAmount'] as const;
const rows: FaultyHandler['reads'] = { 'CASE.UPDATED': [...updated] };
const idAndTemplate: FaultyHandler['reads'] = { 'CASE.UPDATED': ['case.caseId', 'case.templateId'] };

/** Does nothing with events of other types. */
function on(type: string, handle: (event: Trusted, context: Trusted) => unknown): FaultyHandler['handler'] {
  return async (event, context) => (typeOf(event) === type ? handle(event, context) : 'not for us');
}

const onUpdate = (handle: (event: Trusted) => unknown) => on('CASE.UPDATED', handle);

function typeOf({ detail }: Trusted): string {
  return String(detail.eventType).replace(/^CASE\.(?=RELATED_ITEM\.)/, '');
}

const amountOf = (fields: Trusted): unknown => fields?.[ids.refundAmount]?.value?.doubleValue;

class RefundHandler {
  #last: unknown;
  handle = async ({ detail }: Trusted): Promise<unknown> => {
    if (detail.eventType !== 'CASE.UPDATED') return undefined;
    this.#last = detail.case.caseId;
    return `${this.#last} ${amountOf(detail.case.fields)}`;
  };
}

class CaseView {
  readonly event: Trusted;
  constructor(event: Trusted) {
    this.event = event;
  }
  get id(): string {
    return this.event.detail.case.caseId;
  }
  get amount(): unknown {
    return amountOf(this.event.detail.case.fields);
  }
}

const strippingSchema = z.object({
  detail: z.object({ case: z.object({ caseId: z.string(), templateId: z.string().optional() }) }),
});
const looseSchema = z.looseObject({
  detail: z.looseObject({ case: z.looseObject({ caseId: z.string(), templateId: z.string().optional() }) }),
});
const strictUser = z.strictObject({ userArn: z.string().optional(), customEntity: z.string().optional() });
const expression = jsonata(
  `detail.case.caseId & ': ' & $string($lookup(detail.case.fields, '${ids.refundAmount}').value.doubleValue)`,
);

const stored = new Map<string, unknown>();
const sent: unknown[] = [];

/** Like lodash and many others: clones by the names of the members, depth first. */
function cloneByHand(value: Trusted): Trusted {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneByHand);
  return Object.fromEntries(Object.keys(value).map((key) => [key, cloneByHand(value[key])]));
}

const guarded = (value: Trusted): Trusted =>
  new Proxy(value, {
    get(target, key) {
      const part = Reflect.get(target, key);
      return typeof part === 'object' && part !== null ? guarded(part) : part;
    },
  });

/** What the README's handler does. */
const ofTheReadme: FaultyHandler['handler'] = async ({ detail }) => {
  const { performedBy, case: refund, relatedItem } = detail;
  switch (typeOf({ detail })) {
    case 'CASE.CREATED':
      return `${refund?.caseId} is ${refund?.fields?.status === undefined ? 'new' : 'known'}`;
    case 'CASE.UPDATED':
      return `${refund?.caseId}: ${amountOf(refund?.fields)} by ${performedBy?.user?.userArn}`;
    case 'CASE.DELETED':
      return `${refund?.caseId} is gone`;
    case 'RELATED_ITEM.CREATED':
      if (relatedItem?.relatedItemType?.toLowerCase() !== 'comment') return 'not for us';
      return `${relatedItem.caseId}: ${relatedItem.comment?.body ?? ''}`;
    default:
      return 'not for us';
  }
};

/** Handlers in many styles, each with its honest table. */
export const readers: readonly Reader[] = [
  {
    name: 'destructures',
    reads: rows,
    handler: onUpdate(
      ({
        detail: {
          case: { caseId, fields },
        },
      }) => [caseId, amountOf(fields)],
    ),
  },
  { name: 'is a method of a class', reads: rows, handler: new RefundHandler().handle },
  {
    name: 'wraps the event into a class with getters',
    reads: rows,
    handler: onUpdate((event) => {
      const view = new CaseView(event);
      return [view.id, view.amount];
    }),
  },
  {
    name: 'is the handler of the README',
    reads: {
      'CASE.CREATED': ['case.caseId', 'case.fields.status'],
      'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount', 'performedBy'],
      'CASE.DELETED': ['case.caseId'],
      'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId', 'relatedItem.comment.body'], otherwise: ignored },
    },
    handler: ofTheReadme,
  },
  {
    name: 'stores, and answers nothing',
    reads: rows,
    handler: onUpdate(({ detail }) => void stored.set(detail.case.caseId, amountOf(detail.case.fields))),
  },
  {
    name: 'stores a clone, and answers nothing',
    reads: rows,
    handler: onUpdate((event) => {
      const copy = cloneByHand(event);
      stored.set(copy.detail.case.caseId, amountOf(copy.detail.case.fields));
    }),
  },
  {
    name: 'sends the object of who did it, and answers nothing',
    reads: { 'CASE.UPDATED': ['case.caseId', 'performedBy'] },
    handler: onUpdate(
      ({
        detail: {
          case: { caseId },
          performedBy,
        },
      }) => void sent.push({ caseId, performedBy }),
    ),
  },
  {
    name: 'answers who did it as it is',
    reads: { 'CASE.UPDATED': ['performedBy'] },
    handler: onUpdate(({ detail }) => ({ by: detail.performedBy })),
  },
  {
    name: 'tells whether a user did it',
    reads: { 'CASE.UPDATED': ['performedBy.user'] },
    handler: onUpdate(({ detail }) => (detail.performedBy?.user ? 'a user' : 'nobody')),
  },
  {
    name: 'prefers a user, else the principal',
    reads: {
      'CASE.UPDATED': ['performedBy.user.userArn', 'performedBy.user.customEntity', 'performedBy.iamPrincipalArn'],
    },
    handler: onUpdate(
      ({ detail: { performedBy: by } }) => by?.user?.userArn ?? by?.user?.customEntity ?? by?.iamPrincipalArn,
    ),
  },
  {
    name: 'reads the amount of closed cases only',
    reads: { 'CASE.UPDATED': ['case.fields.status', 'case.fields.refundAmount'] },
    handler: onUpdate(
      ({
        detail: {
          case: { fields },
        },
      }) => (fields?.status?.value?.stringValue === 'closed' ? amountOf(fields) : undefined),
    ),
  },
  {
    name: 'reads the case only for amounts above a limit',
    reads: rows,
    handler: onUpdate(({ detail: { case: refund } }) =>
      Number(amountOf(refund.fields)) > 1e6 ? refund.caseId : undefined,
    ),
  },
  {
    name: 'reads the case only for an option of the domain',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.priority'] },
    handler: onUpdate(({ detail: { case: refund } }) =>
      refund.fields?.[ids.priority]?.value?.stringValue === 'urgent' ? refund.caseId : undefined,
    ),
  },
  {
    name: 'reads the case only where the status was cleared',
    reads: { 'CASE.UPDATED': ['case.caseId', 'changedFieldIds', 'case.fields.status'] },
    handler: onUpdate(({ detail: { changedFieldIds = [], case: refund } }) =>
      changedFieldIds.includes('status') && !refund.fields?.status ? refund.caseId : undefined,
    ),
  },
  {
    name: 'takes what changed',
    reads: { 'CASE.UPDATED': ['changedFieldIds', 'case.fields'] },
    handler: onUpdate(({ detail }) =>
      (detail.changedFieldIds ?? []).map((id: string) => detail.case.fields?.[id]?.value),
    ),
  },
  {
    name: 'counts what changed',
    reads: { 'CASE.UPDATED': ['changedFieldIds'] },
    handler: onUpdate(({ detail }) => detail.changedFieldIds?.length),
  },
  {
    name: 'walks over all fields',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: onUpdate(({ detail }) =>
      Object.entries(detail.case.fields ?? {}).map(([id, field]: Trusted) => [id, Object.values(field.value)[0]]),
    ),
  },
  {
    name: 'finds one field among all',
    reads: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    handler: onUpdate(({ detail }) =>
      Object.entries(detail.case.fields ?? {})
        .filter(([id]) => id === ids.refundAmount)
        .map(([, field]: Trusted) => field.value?.doubleValue),
    ),
  },
  {
    name: 'loops with for…in, and picks',
    reads: idAndTemplate,
    handler: onUpdate(({ detail }) => {
      const found: Trusted = {};
      for (const name in detail.case) if (['caseId', 'templateId'].includes(name)) found[name] = detail.case[name];
      return found;
    }),
  },
  {
    name: 'collects with for…in',
    reads: idAndTemplate,
    handler: onUpdate(({ detail }) => {
      const all: Trusted = {};
      for (const name in detail.case) all[name] = detail.case[name];
      return [all.caseId, all.templateId];
    }),
  },
  {
    name: 'takes the rest of the envelope',
    reads: rows,
    handler: onUpdate(({ source: _, ...rest }) => [rest.detail.case.caseId, amountOf(rest.detail.case.fields)]),
  },
  {
    name: 'takes the rest of the detail',
    reads: rows,
    handler: onUpdate(({ detail }) => {
      const { case: refund, ...meta } = detail;
      sent.push(meta);
      return [refund.caseId, amountOf(refund.fields)];
    }),
  },
  {
    name: 'takes the rest of the case',
    reads: idAndTemplate,
    handler: onUpdate(({ detail }) => {
      const { fields: _, ...rest } = detail.case;
      return [rest.caseId, rest.templateId];
    }),
  },
  {
    name: 'spreads',
    reads: rows,
    handler: onUpdate((event) => {
      const copy = { ...event, detail: { ...event.detail, case: { ...event.detail.case } } };
      return [copy.detail.case.caseId, amountOf(copy.detail.case.fields)];
    }),
  },
  {
    name: 'clones',
    reads: rows,
    handler: onUpdate((event) => {
      const { detail } = structuredClone(event);
      return [detail.case.caseId, amountOf(detail.case.fields)];
    }),
  },
  {
    name: 'copies by JSON',
    reads: rows,
    handler: onUpdate((event) => {
      const { detail } = JSON.parse(JSON.stringify(event));
      return [detail.case.caseId, amountOf(detail.case.fields)];
    }),
  },
  {
    name: 'logs the whole event',
    reads: rows,
    handler: onUpdate((event) => {
      console.log(JSON.stringify(event), event);
      return [event.detail.case.caseId, amountOf(event.detail.case.fields)];
    }),
  },
  {
    name: 'logs a clone of the event',
    reads: rows,
    handler: onUpdate((event) => {
      console.log(JSON.stringify(cloneByHand(event)));
      return [event.detail.case.caseId, amountOf(event.detail.case.fields)];
    }),
  },
  {
    name: 'gets by lodash',
    reads: rows,
    handler: onUpdate((event) => [
      lodash.get(event, 'detail.case.caseId'),
      lodash.get(event, ['detail', 'case', 'fields', ids.refundAmount, 'value', 'doubleValue']),
    ]),
  },
  {
    name: 'clones by lodash',
    reads: rows,
    handler: onUpdate((event) => {
      const { detail } = lodash.cloneDeep(event);
      return [detail.case.caseId, amountOf(detail.case.fields)];
    }),
  },
  {
    name: 'picks by lodash',
    reads: idAndTemplate,
    handler: onUpdate(({ detail }) => lodash.pick(detail.case, ['caseId', 'templateId'])),
  },
  { name: 'asks JSONata', reads: rows, handler: onUpdate((event) => expression.evaluate(event)) },
  {
    name: 'parses with zod, which strips the rest',
    reads: idAndTemplate,
    handler: onUpdate((event) => strippingSchema.parse(event).detail.case),
  },
  {
    name: 'parses with zod, which passes the rest through',
    reads: idAndTemplate,
    handler: onUpdate((event) => {
      const { caseId, templateId } = looseSchema.parse(event).detail.case;
      return [caseId, templateId];
    }),
  },
  {
    name: 'parses the user with a strict schema',
    reads: { 'CASE.UPDATED': ['performedBy.user'] },
    handler: onUpdate(({ detail }) => strictUser.optional().parse(detail.performedBy?.user)),
  },
  {
    name: "parses with Powertools' envelope",
    reads: idAndTemplate,
    handler: onUpdate(
      (event) => (EventBridgeEnvelope.parse(event, strippingSchema.shape.detail as never) as Trusted).case,
    ),
  },
  {
    name: "parses with Powertools' schema",
    reads: idAndTemplate,
    handler: onUpdate(
      (event) => (EventBridgeSchema.extend(strippingSchema.shape as never).parse(event) as Trusted).detail.case,
    ),
  },
  {
    name: 'is wrapped by middy',
    reads: rows,
    handler: middy(onUpdate(({ detail }) => [detail.case.caseId, amountOf(detail.case.fields)]) as Trusted).before(
      ({ event }: Trusted) => void console.log(JSON.stringify(event)),
    ) as never,
  },
  {
    name: 'freezes the event',
    reads: rows,
    handler: onUpdate((event) => {
      const { detail } = Object.freeze(event);
      Object.freeze(detail.case);
      return [detail.case.caseId, amountOf(detail.case.fields)];
    }),
  },
  {
    name: 'reads through a Proxy of its own',
    reads: rows,
    handler: onUpdate((event) => {
      const { detail } = guarded(event);
      return [detail.case.caseId, amountOf(detail.case.fields)];
    }),
  },
  {
    name: 'asserts that the event equals a copy',
    reads: rows,
    handler: onUpdate((event) => {
      assert.deepStrictEqual(event, { ...event });
      expect(event).toEqual(lodash.cloneDeep(event));
      return [event.detail.case.caseId, amountOf(event.detail.case.fields)];
    }),
  },
  {
    name: 'only asks what is there',
    reads: idAndTemplate,
    handler: onUpdate(({ detail }) => ['caseId', 'templateId'].map((name) => name in detail.case)),
  },
  {
    name: 'reads after it has returned',
    reads: rows,
    handler: onUpdate(({ detail }) => {
      setTimeout(() => sent.push(detail.case.caseId, amountOf(detail.case.fields)), 3);
    }),
  },
  {
    name: 'reads the envelope',
    reads: { 'CASE.UPDATED': ['$.id', '$.time', '$.resources'] },
    handler: onUpdate(({ id, time, resources }) => [id, new Date(time).getTime(), resources[1]]),
  },
  {
    name: 'answers with the largest part only',
    reads: { 'CASE.UPDATED': ['case.caseId', 'case.fields.title'] },
    handler: onUpdate(({ detail }) => ({
      id: detail.case.caseId,
      title: [...(detail.case.fields?.title?.value?.stringValue ?? '')].slice(0, 9).join(''),
    })),
  },
  {
    name: 'takes whichever member a value has',
    reads: { 'CASE.UPDATED': ['case.fields.title', 'case.fields.refundAmount'] },
    handler: onUpdate(({ detail: { case: one } }) =>
      [one.fields?.title, one.fields?.[ids.refundAmount]].map(
        (field) => field?.value?.stringValue ?? field?.value?.doubleValue ?? null,
      ),
    ),
  },
  {
    name: 'takes the text of a value, or else its JSON',
    reads: { 'CASE.UPDATED': ['case.fields.title', 'case.fields.refundAmount'] },
    handler: onUpdate(({ detail: { case: one } }) =>
      [one.fields?.title, one.fields?.[ids.refundAmount]].map(
        (field) => field?.value?.stringValue ?? JSON.stringify(field?.value ?? null),
      ),
    ),
  },
  {
    name: 'asks case and related item by one name',
    reads: { 'CASE.UPDATED': ['case.caseId'], 'RELATED_ITEM.CREATED': ['relatedItem.caseId'] },
    handler: async ({ detail }) =>
      ['CASE.UPDATED', 'RELATED_ITEM.CREATED'].includes(typeOf({ detail }))
        ? (detail.case?.caseId ?? detail.relatedItem?.caseId)
        : 'not for us',
  },
  {
    name: 'handles each item type in its own way',
    reads: {
      'RELATED_ITEM.CREATED': {
        Comment: ['relatedItem.comment.body'],
        Sla: ['relatedItem.sla.slaConfiguration.status', 'relatedItem.sla.slaConfiguration.completionTime'],
        File: ['relatedItem.file.fileArn'],
        otherwise: ['relatedItem.relatedItemId'],
      },
    },
    handler: on('RELATED_ITEM.CREATED', ({ detail: { relatedItem: item } }) => {
      switch (item.relatedItemType.toLowerCase()) {
        case 'comment':
          return item.comment?.body;
        case 'sla':
          return [item.sla?.slaConfiguration?.status, item.sla?.slaConfiguration?.completionTime];
        case 'file':
          return item.file?.fileArn;
        default:
          return item.relatedItemId;
      }
    }),
  },
];
