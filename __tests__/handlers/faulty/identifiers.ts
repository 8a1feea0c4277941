import type { FaultyHandler } from '../faultyHandler.ts';
import { ids } from '../ids.ts';

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Handlers that infer the form of ids and ARNs from their own examples. */
export const identifiers: readonly FaultyHandler[] = [
  {
    name: 'has a key of type uuid',
    reads: { 'CASE.CREATED': ['case.caseId'] },
    handler: ({ detail }) => {
      const { caseId } = detail.case ?? {};
      if (caseId !== undefined && !uuid.test(caseId))
        throw new Error(`invalid input syntax for type uuid: "${caseId}"`);
    },
    in: 'CASE.CREATED',
    class: 'edge',
    fact: 'identifier',
  },
  {
    name: 'takes the case from the end of its ARN',
    reads: { 'CASE.UPDATED': ['$.resources'] },
    handler: ({ resources, detail }) => detail.case && resources[1].match(/\/case\/([0-9a-f-]{36})$/)[1].toUpperCase(),
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'identifier',
  },
  {
    name: 'has an enum of UUIDs for the fields that changed',
    reads: { 'CASE.UPDATED': ['changedFieldIds'] },
    handler: ({ detail }) => {
      for (const id of detail.changedFieldIds ?? []) {
        if (!/^[a-z_]+$/.test(id) && !uuid.test(id)) throw new Error(`not a field: ${id}`);
      }
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'fieldIds',
  },
  {
    name: 'makes expression attribute names of field ids',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: ({ detail }) => {
      for (const id of Object.keys(detail.case.fields ?? {})) {
        if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new Error('ValidationException: invalid ExpressionAttributeNames');
      }
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'fieldIds',
  },
  {
    name: 'finds the user behind /user/',
    reads: { 'CASE.UPDATED': ['performedBy.user.userArn'] },
    handler: ({ detail }) => detail.performedBy.user?.userArn?.split('/user/')[1].slice(0, 8),
    in: 'CASE.UPDATED',
    class: 'typical',
    fact: 'userArn',
  },
  {
    name: 'finds the role behind :role/',
    reads: { 'CASE.UPDATED': ['performedBy.iamPrincipalArn'] },
    handler: ({ detail }) => detail.performedBy.iamPrincipalArn.split(':role/')[1].split('/').at(-1),
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'iamPrincipal',
  },
  {
    name: 'expects the role to have no path',
    reads: { 'CASE.UPDATED': ['performedBy.iamPrincipalArn'] },
    handler: ({ detail }) => {
      const role = detail.performedBy.iamPrincipalArn.replace(/^arn:aws:(iam|sts)::\d+:(assumed-)?role\//, '');
      if (!/^[\w+=,.@-]{1,64}(\/[\w.-]+)?$/.test(role)) throw new Error(`not a role: ${role}`);
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: ['iamPrincipal', 'identifier'],
  },
  {
    name: 'keeps who made the change in a column of 200 characters',
    reads: { 'CASE.UPDATED': ['performedBy.iamPrincipalArn'] },
    handler: ({ detail }) => {
      if (detail.performedBy?.iamPrincipalArn.length > 200) throw new Error('value too long for column');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: 'identifier',
  },
  {
    name: 'expects a customEntity to have two parts',
    reads: { 'CASE.UPDATED': ['performedBy.user.customEntity'] },
    handler: ({ detail }) => detail.performedBy?.user?.customEntity?.split('/')[1].trim(),
    in: 'CASE.UPDATED',
    class: ['typical', 'edge'],
    fact: 'userUnion',
  },
  {
    name: 'knows the templates of today',
    reads: { 'CASE.CREATED': ['case.templateId'] },
    handler: ({ detail }) => {
      const names: Record<string, string> = { '2b4d3f0e-5a60-4c2b-8d11-5e2f8c1b7a90': 'Refund' };
      return detail.case && (names[detail.case.templateId] as string).toUpperCase();
    },
    in: 'CASE.CREATED',
    class: ['typical', 'edge'],
  },
  {
    name: 'has a column of 255 characters for field ids',
    reads: { 'CASE.UPDATED': ['case.fields'] },
    handler: ({ detail }) => {
      const longest = Math.max(0, ...Object.keys(detail.case?.fields ?? {}).map((id) => id.length));
      if (longest > 255) throw new Error('value too long for type character varying(255)');
    },
    in: 'CASE.UPDATED',
    class: ['edge', 'limit'],
    fact: ['identifier', 'fieldIds', 'size'],
  },
  {
    name: 'has a column of 255 characters for other entities',
    reads: { 'CASE.UPDATED': ['performedBy.user.customEntity'] },
    handler: ({ detail }) => {
      if (detail.performedBy?.user?.customEntity?.length > 255) throw new Error('value too long for column');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: ['identifier', 'userUnion'],
  },
  {
    name: 'has a column of 255 characters for the value of a User field',
    reads: { 'CASE.UPDATED': ['case.fields.approver'] },
    handler: ({ detail }) => {
      const { userArnValue = '' } = detail.case?.fields?.[ids.approver]?.value ?? {};
      if (userArnValue.length > 255) throw new Error('value too long for column');
    },
    in: 'CASE.UPDATED',
    class: 'edge',
    fact: ['identifier', 'textUnchecked'],
  },
  {
    name: 'loads at most 100 changed fields at once',
    reads: { 'CASE.UPDATED': ['changedFieldIds'] },
    handler: ({ detail }) => {
      if (detail.changedFieldIds?.length > 100) throw new Error('ValidationException: Too many items requested');
    },
    in: 'CASE.UPDATED',
    class: ['edge', 'limit'],
  },
];
