import { cite, type RouteCheck } from './finding.ts';

/** A queue whose key the sender may not use. */
export const encryptedQueue: RouteCheck = ({ queue, subscription, target }, { name }) => {
  const { key } = queue ?? {};
  if (queue === undefined || key?.services === undefined) return undefined;
  if (subscription === undefined && target.hasRole) return undefined;
  const service = subscription === undefined ? 'events.amazonaws.com' : 'sns.amazonaws.com';
  if (key.services.some((one) => one === service || one === '*')) return undefined;
  return cite('encryptedQueue', {
    what: `The key ${key.id} of the queue ${queue.id} does not permit ${service} to use it`,
    where: `${queue.id}.${name('KmsMasterKeyId')}`,
    why: 'Nothing arrives, and no error is seen',
    todo: `Use a customer managed key whose policy allows ${service} kms:GenerateDataKey and kms:Decrypt`,
  });
};
