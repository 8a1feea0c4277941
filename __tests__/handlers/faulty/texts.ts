import { statSync } from 'node:fs';
import { ignored } from '../../../contracts/ignored.ts';
import type { FaultyHandler, Trusted } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

function titleOf({ detail }: Trusted): string {
  return detail.case?.fields?.title?.value.stringValue ?? 'no title';
}

function textOf({ detail }: Trusted, id: string): string | undefined {
  return detail.case?.fields?.[id]?.value.stringValue;
}

/** Handlers that expect less of a text than it can contain. */
export const texts: readonly FaultyHandler[] = [
  {
    name: 'keeps the title in a column of 255 characters',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => {
      if (titleOf(event).length > 255) throw new Error('value too long for type character varying(255)');
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'keeps comments in a column of 4,000 characters',
    reads: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored } },
    handler: ({ detail }) => {
      if (detail.relatedItem?.comment?.body.length > 4000) throw new Error('ORA-12899: value too large for column');
    },
    in: 'RELATED_ITEM.CREATED Comment',
    class: 'edge',
    fact: 'commentBody',
  },
  {
    name: 'uses the title as a sort key, which must not be empty',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => {
      if (titleOf(event) === '') throw new Error('ValidationException: a key attribute must not be an empty string');
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'cuts the title before it encodes it',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => encodeURIComponent(titleOf(event).slice(0, 50)),
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'cuts the comment at an odd place before it encodes it',
    reads: { 'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored } },
    handler: ({ detail }) => encodeURIComponent(detail.relatedItem?.comment?.body.slice(0, 279) ?? ''),
    in: 'RELATED_ITEM.CREATED Comment',
    class: 'edge',
    fact: 'commentBody',
  },
  {
    name: 'encodes the title with btoa',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => btoa(titleOf(event)),
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'sends the title in an HTTP header',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => new Headers({ 'x-case-title': titleOf(event) }).get('x-case-title'),
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'decodes a title that was never encoded',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => decodeURIComponent(titleOf(event)),
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'keeps the title in a column that takes no NUL',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => {
      if (titleOf(event).includes('\u0000')) throw new Error('invalid byte sequence for encoding "UTF8": 0x00');
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'searches by the title as a regular expression',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => new RegExp(titleOf(event)).test('shipment'),
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'glues JSON together',
    reads: { 'CASE.CREATED': ['case.fields.feedback'] },
    handler: (event) => JSON.parse(`{ "feedback": "${textOf(event, ids.feedback) ?? ''}" }`),
    in: 'CASE.CREATED',
    class: ['edge', 'typical'],
    fact: ['textLength', 'typical'],
  },
  {
    name: 'names a file after the summary',
    reads: { 'CASE.CREATED': ['case.fields.summary'] },
    handler: (event) => statSync(`/tmp/${(textOf(event, 'summary') ?? '').slice(0, 100)}`, { throwIfNoEntry: false }),
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'sends the title as the subject of an SNS message',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => {
      if (!/^[\x20-\x7e]{1,99}$/.test(titleOf(event))) throw new Error('InvalidParameter: Subject');
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'parses the text of a Url field',
    reads: { 'CASE.UPDATED': ['case.fields.orderPage'] },
    handler: (event) => new URL(textOf(event, ids.orderPage) ?? 'https://example.com').host,
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'textUnchecked',
  },
  {
    name: 'decodes the text of a Url field',
    reads: { 'CASE.UPDATED': ['case.fields.orderPage'] },
    handler: (event) => decodeURIComponent(textOf(event, ids.orderPage) ?? ''),
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'textUnchecked',
  },
  {
    name: 'formats the text of a DateTime field',
    reads: { 'CASE.UPDATED': ['case.fields.dueDate'] },
    handler: (event) => {
      const text = textOf(event, ids.dueDate);
      return text === undefined ? null : new Date(text).toISOString();
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'textUnchecked',
  },
  {
    name: 'expects an ARN in a User field',
    reads: { 'CASE.UPDATED': ['case.fields.approver'] },
    handler: ({ detail }) => {
      const { userArnValue } = detail.case.fields?.[ids.approver]?.value ?? {};
      return userArnValue?.split(':')[5].split('/')[3].slice(0, 8);
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'textUnchecked',
  },
  {
    name: 'sends a message that must not be blank',
    reads: { 'CASE.CREATED': ['case.fields.title'] },
    handler: (event) => {
      const title = titleOf(event);
      if (title !== '' && title.trim() === '') throw new Error('no_text');
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'textLength',
  },
  {
    name: 'cuts the date off a DateTime field that parses',
    reads: { 'CASE.UPDATED': ['case.fields.dueDate'] },
    handler: (event) => {
      const text = textOf(event, ids.dueDate) ?? '';
      return Number.isNaN(Date.parse(text)) ? null : (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(text) as unknown[])[0];
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'textUnchecked',
  },
];
