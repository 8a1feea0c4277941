import type { EncryptionKey } from '../model/infrastructure.ts';
import type { FunctionRoute } from '../route/route.ts';
import { type CheckContext, cite, type RouteCheck } from './finding.ts';

/** A queue or a topic whose key the sender may not use. */
export const encryptedReceiver: RouteCheck = (route, context) =>
  listEncrypted(route, context).flatMap(({ key, kind, id, service }) => {
    if (key.services === undefined || key.services.some((one) => one === service || one === '*')) return [];
    return cite(kind === 'queue' ? 'encryptedQueue' : 'encryptedTopic', {
      what: `The key ${key.id} of the ${kind} ${id} does not permit ${service} to use it`,
      where: `${id}.${context.name('KmsMasterKeyId')}`,
      why: 'Nothing arrives, and no error is seen',
      todo: `Use a customer managed key whose policy allows ${service} kms:GenerateDataKey and kms:Decrypt`,
    });
  });

/** A queue or a topic with a key that the template does not decide. */
export const unknownKey: RouteCheck = (route, context) =>
  listEncrypted(route, context).flatMap(({ key, kind, id, service }) => {
    if (key.services !== undefined) return [];
    return cite(kind === 'queue' ? 'encryptedQueue' : 'encryptedTopic', {
      what: `Whether ${service} may use the key ${key.id} of the ${kind} ${id} is unknown: the template does not decide its policy`,
      where: `${id}.${context.name('KmsMasterKeyId')}`,
      why: 'Without permission nothing arrives, and no error is seen',
      todo: `Check that it allows ${service} kms:GenerateDataKey and kms:Decrypt`,
    });
  });

/** A receiver with a key, and the service that sends there. */
interface Encrypted {
  readonly key: EncryptionKey;
  readonly kind: 'queue' | 'topic';
  readonly id: string;
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
}

function listEncrypted(
  { queue, subscription, target }: FunctionRoute,
  { infrastructure: { topics } }: CheckContext,
): readonly Encrypted[] {
  const topic = topics.find(({ id }) => id === target.to);
  const service = subscription === undefined ? 'events.amazonaws.com' : 'sns.amazonaws.com';
  const isOfRole = target.hasRole;
  return [
    ...(topic?.key === undefined || isOfRole
      ? []
      : [{ key: topic.key, kind: 'topic', id: topic.id, service: 'events.amazonaws.com' } as const]),
    ...(queue?.key === undefined || (subscription === undefined && isOfRole)
      ? []
      : [{ key: queue.key, kind: 'queue', id: queue.id, service } as const]),
  ];
}
