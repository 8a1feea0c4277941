import type { Resolved } from '../values/resolved.ts';
import type { EncryptionKey } from './infrastructure.ts';
import { readStatements } from './readStatements.ts';

/** What a sender needs of a key. */
const ACTIONS = ['kms:generatedatakey', 'kms:decrypt'];

/** The key that AWS manages for queues, whose policy nobody can change. */
const OF_AWS = /(^|[/:])alias\/aws\/sqs$/;

/**
 * The services that may use a key; undefined if nobody knows.
 * @param policy the policy of a key in the template
 */
export function listKeyUsers(id: string, policy: Resolved): EncryptionKey['services'] {
  if (OF_AWS.test(id)) return [];
  if (policy === undefined) return undefined;
  const allowed = readStatements(policy, String, ACTIONS).filter(({ effect }) => effect === 'Allow');
  const services = allowed.map(({ service }) => service);
  return services.includes(undefined) ? undefined : (services as readonly string[]);
}
