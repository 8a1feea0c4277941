import { ignored } from '../../../contracts/ignored.ts';
import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

function titleOf({ detail }: Trusted): string {
  return detail.case?.fields?.title?.value.stringValue ?? 'no title';
}

async function insert(title: string): Promise<void> {
  await Promise.resolve();
  if (title.length > 1000) throw new Error('value too long for type character varying(1000)');
}

const seen = new Set<string>();

/** Handlers that break the rules of Lambda and its neighbours. */
export const runtime: readonly FaultyHandler[] = [
  {
    name: 'forgets to await the write',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: async (event) => {
      insert(titleOf(event));
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'fails in a timer that nobody waits for',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => {
      setTimeout(() => {
        if (titleOf(event).length > 1000) throw new Error('the batch could not be written');
      }, 1);
    },
    in: 'CASE.CREATED',
    // The machine decides when the timer fires: a long title may come from an edge or from an event at the limit.
    class: ['edge', 'limit'],
    fact: ['textLength', 'size'],
  },
  {
    name: 'rounds the amount in the event itself',
    reads: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    handler: ({ detail }) => {
      const value = detail.case?.fields?.[ids.refundAmount]?.value;
      if (value) value.doubleValue = Math.round(value.doubleValue);
    },
    in: 'CASE.UPDATED',
    class: ['typical', 'edge'],
  },
  {
    name: 'sorts the changed fields in place',
    reads: { 'CASE.UPDATED': ['changedFieldIds'] },
    handler: ({ detail }) => detail.changedFieldIds?.sort()[0],
    in: 'CASE.UPDATED',
    class: ['sample', 'typical'],
  },
  {
    name: 'removes who made the change before it logs the event',
    reads: { 'CASE.UPDATED': ['case.caseId'] },
    handler: ({ detail }) => {
      delete detail.performedBy;
      return JSON.stringify(detail).length;
    },
    in: 'CASE.CREATED',
    class: 'sample',
  },
  {
    name: 'waits forever where no user made the change',
    reads: { 'CASE.UPDATED': ['performedBy.user'] },
    handler: ({ detail }) =>
      new Promise<void>((resolve) => {
        if (detail.performedBy?.user) resolve();
      }),
    in: 'CASE.UPDATED',
    class: 'sparse',
    fact: 'userOptional',
  },
  {
    name: 'never calls back where a field is empty, and leaves its connection open',
    reads: { 'CASE.UPDATED': ['case.fields.feedback'] },
    handler: ({ detail }, _context, callback) => {
      const connection = setTimeout(() => undefined, 2000);
      if (detail.case?.fields?.[ids.feedback]?.value.stringValue === '') return;
      clearTimeout(connection);
      callback(null, 'done');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'throws a string',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: ({ detail }) => {
      if (detail.case && !detail.case.fields) throw 'metadata only';
    },
    in: 'CASE.UPDATED',
    class: 'sparse',
    fact: 'fieldsAbsent',
  },
  {
    name: 'rejects with nothing',
    reads: { 'CASE.UPDATED': ['case.fields.status'] },
    handler: ({ detail }) => (detail.case && !detail.case.fields?.status ? Promise.reject() : Promise.resolve()),
    in: 'CASE.UPDATED',
    class: 'sparse',
    fact: ['onlyNonNull', 'fieldsAbsent'],
  },
  {
    name: 'answers through the callback with an error that is a text',
    reads: { 'CASE.UPDATED': ['case.fields.status'] },
    handler: ({ detail }, _context, callback) =>
      callback(detail.case && !detail.case.fields?.status ? 'no status' : null),
    in: 'CASE.UPDATED',
    class: 'sparse',
    fact: ['onlyNonNull', 'fieldsAbsent'],
  },
  {
    name: 'forwards the whole event to a queue of 256 KB',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: (event) => {
      const message = JSON.stringify({ event, receivedBy: 'refunds' });
      if (Buffer.byteLength(message) > 262_144)
        throw new Error('InvalidParameterValue: must be shorter than 262144 bytes');
    },
    in: 'CASE.UPDATED',
    class: 'open',
    fact: 'domainGrows',
  },
  {
    name: 'forwards the case to a queue of 256 KB, without the envelope, in Base64',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: ({ detail }) => {
      const message = Buffer.from(JSON.stringify(detail)).toString('base64');
      if (message.length > 262_144) throw new Error('InvalidParameterValue: must be shorter than 262144 bytes');
    },
    in: 'CASE.UPDATED',
    class: 'open',
    fact: 'domainGrows',
  },
  {
    name: 'spreads the bytes of an event over arguments',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: (event) => btoa(String.fromCharCode(...Buffer.from(JSON.stringify(event)))).length,
    in: 'CASE.UPDATED',
    class: 'open',
    fact: 'domainGrows',
  },
  {
    name: 'writes a line of the log per event, of 64 KB at most',
    reads: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored } },
    handler: (event) => {
      if (event.detail.relatedItem && JSON.stringify(event).length > 65_536) throw new Error('the line is too long');
    },
    in: 'RELATED_ITEM.CREATED Comment',
    class: 'limit',
  },
  {
    name: 'inserts a case that may be there already',
    reads: { 'CASE.CREATED': ['case.caseId'] },
    handler: ({ detail }) => {
      if (detail.eventType !== 'CASE.CREATED') return;
      if (seen.has(detail.case.caseId)) throw new Error('duplicate key value violates unique constraint "cases_pkey"');
      seen.add(detail.case.caseId);
    },
    in: 'CASE.CREATED',
    class: ['sample', 'typical', 'sparse', 'edge'],
  },
  {
    name: 'compares times as it likes them: the change after the case',
    reads: { 'CASE.CREATED': ['approximateChangeTime', 'case.createdDateTime'] },
    handler: ({ detail }) => {
      if (detail.case && detail.approximateChangeTime <= detail.case.createdDateTime)
        throw new Error('not changed yet');
    },
    in: 'CASE.CREATED',
    class: ['sample', 'typical'],
  },
  {
    name: 'takes the case for new where it was created when it changed',
    reads: { 'CASE.CREATED': ['approximateChangeTime', 'case.createdDateTime'] },
    handler: ({ detail }) => {
      if (detail.eventType === 'CASE.CREATED' && detail.case.createdDateTime !== detail.approximateChangeTime)
        throw new Error('an update of an unknown case');
    },
    in: 'CASE.CREATED',
    class: 'typical',
    fact: ['createdBeforeChanged', 'typical'],
  },
];
