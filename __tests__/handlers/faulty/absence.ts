import { ignored } from '../../../contracts/ignored.ts';
import type { FaultyHandler } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

/** Handlers that rely on members that AWS may omit. */
export const absence: readonly FaultyHandler[] = [
  {
    name: 'reads a field without a guard',
    reads: { 'CASE.UPDATED': ['case.fields.refundAmount'] },
    handler: ({ detail }) => detail.case.fields[ids.refundAmount].value.doubleValue,
    in: 'CASE.UPDATED',
    class: 'sparse',
    fact: 'onlyNonNull',
  },
  {
    name: 'guards the field, not the map of fields',
    reads: { 'CASE.CREATED': ['case.fields.status'] },
    handler: ({ detail }) => detail.case.fields.status?.value.stringValue,
    in: 'CASE.CREATED',
    class: 'sparse',
    fact: 'fieldsAbsent',
  },
  {
    name: 'takes the first field there is',
    reads: { 'CASE.CREATED': ['case.fields'] },
    handler: ({ detail }) => (Object.values(detail.case.fields ?? {}) as [{ value: object }])[0].value,
    in: 'CASE.CREATED',
    class: 'sparse',
    fact: ['fieldsAbsent', 'onlyNonNull'],
  },
  {
    name: 'looks up every changed field',
    reads: { 'CASE.UPDATED': ['changedFieldIds', 'case.fields'] },
    handler: ({ detail }) => detail.changedFieldIds.map((id: string) => detail.case.fields[id].value),
    in: 'CASE.UPDATED',
    class: 'sample',
  },
  {
    name: 'takes a changed field that it knows for a present one',
    reads: { 'CASE.UPDATED': ['changedFieldIds', 'case.fields.refundAmount'] },
    handler: ({ detail }) => {
      if (!detail.changedFieldIds.includes(ids.refundAmount)) return 0;
      return detail.case.fields[ids.refundAmount].value.doubleValue;
    },
    in: 'CASE.UPDATED',
    class: ['sparse', 'typical'],
    fact: ['clearedField', 'changedFieldIds', 'onlyNonNull'],
  },
  {
    name: 'takes for granted that a user made the change',
    reads: { 'CASE.UPDATED': ['performedBy.user'] },
    handler: ({ detail }) => Object.keys(detail.performedBy.user),
    in: 'CASE.UPDATED',
    class: 'sparse',
    fact: 'userOptional',
  },
  {
    name: 'takes for granted that the user is a Connect user',
    reads: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    handler: ({ detail }) => detail.performedBy.user?.userArn.split('/').at(-1),
    in: 'CASE.UPDATED',
    class: 'typical',
    fact: 'userUnion',
  },
  {
    name: 'takes the channel of a contact for granted',
    reads: { 'RELATED_ITEM.CREATED': { Contact: ['relatedItem.contact.channel'], otherwise: ignored } },
    handler: ({ detail }) => detail.relatedItem?.contact?.channel.toLowerCase(),
    in: 'RELATED_ITEM.CREATED Contact',
    class: 'sparse',
    fact: 'optionalContent',
  },
  {
    name: 'formats the time of a contact that may not have one',
    reads: { 'RELATED_ITEM.CREATED': { Contact: ['relatedItem.contact.connectedToSystemTime'], otherwise: ignored } },
    handler: ({ detail }) => {
      const { contact } = detail.relatedItem ?? {};
      return contact && new Date(contact.connectedToSystemTime).toISOString();
    },
    in: 'RELATED_ITEM.CREATED Contact',
    class: 'sparse',
    fact: 'optionalContent',
  },
  {
    name: 'takes the target of an SLA for granted',
    reads: { 'RELATED_ITEM.CREATED': { Sla: ['relatedItem.sla.slaConfiguration'], otherwise: ignored } },
    handler: ({ detail }) => detail.relatedItem?.sla?.slaConfiguration.targetFieldValues[0],
    in: 'RELATED_ITEM.CREATED Sla',
    class: 'sparse',
    fact: 'optionalContent',
  },
  {
    name: 'expects the SLA to be about text',
    reads: { 'RELATED_ITEM.CREATED': { Sla: ['relatedItem.sla.slaConfiguration'], otherwise: ignored } },
    handler: ({ detail }) => detail.relatedItem?.sla?.slaConfiguration.targetFieldValues?.[0].stringValue.length,
    in: 'RELATED_ITEM.CREATED Sla',
    class: 'typical',
  },
  {
    name: 'expects a known field in a Custom item',
    reads: { 'RELATED_ITEM.UPDATED': { Custom: ['relatedItem.custom.fields'], otherwise: ignored } },
    handler: ({ detail }) => {
      const fields: { id: string; value: object }[] | undefined = detail.relatedItem?.custom?.fields;
      if (fields === undefined) return undefined;
      return (fields.find(({ id }) => id === ids.feedback) as { value: object }).value;
    },
    in: 'RELATED_ITEM.UPDATED Custom',
    class: ['typical', 'sparse', 'edge', 'open'],
  },
  {
    name: 'is silent about a missing goodwill flag, and loud about a false one',
    reads: { 'CASE.UPDATED': ['case.fields.goodwill'] },
    handler: ({ detail }) => {
      const goodwill = detail.case.fields?.[ids.goodwill];
      if (goodwill && !goodwill.value.booleanValue) throw new Error('goodwill has no value');
    },
    in: 'CASE.UPDATED',
    class: ['typical', 'edge'],
  },
];
