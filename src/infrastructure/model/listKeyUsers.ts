import type { Resolved } from '../values/resolved.ts';
import type { EncryptionKey } from './infrastructure.ts';
import { readStatements } from './readStatements.ts';

/** What a sender needs of a key, all of it. */
const ACTIONS = ['kms:generatedatakey', 'kms:decrypt'];

/** The keys that AWS manages for queues and topics, whose policies nobody can change. */
const OF_AWS = /(^|[/:])alias\/aws\/(sqs|sns)$/;

/**
 * The services that may use a key; undefined if nobody knows.
 * @param policy the policy of a key in the template
 */
export function listKeyUsers(id: string, policy: Resolved): EncryptionKey['services'] {
  if (OF_AWS.test(id)) return [];
  if (policy === undefined) return undefined;
  const users = ACTIONS.map((action) =>
    readStatements(policy, String, [action])
      .filter(({ effect }) => effect === 'Allow')
      .map(({ service, isOpen }) => (isOpen ? undefined : service)),
  );
  if (users.flat().includes(undefined)) return undefined;
  const [first = [], ...others] = users as readonly (readonly string[])[];
  return first.filter((service) => others.every((one) => one.includes(service) || one.includes('*')));
}
