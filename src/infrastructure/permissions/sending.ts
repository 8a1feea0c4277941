import type { Address, Grant, Infrastructure } from '../model/infrastructure.ts';
import type { FunctionRoute } from '../route/route.ts';

/** Who sends where. */
export interface Sending {
  readonly from: Address;
  readonly sender: string;
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly to: Address;
  readonly qualifier: string | undefined;
  readonly kind: Kind;
}

/** What has permissions of its own. */
export type Kind = Grant['kind'];

/** How a rule sends to its target, if a permission of the target has to allow it. */
export function describeRule({ rule, target }: FunctionRoute, infrastructure: Infrastructure): Sending | undefined {
  const kind = findKind(target.to, infrastructure);
  if (kind === undefined || target.hasRole) return undefined;
  const { to } = target;
  const qualifier = kind === 'function' ? target.qualifier : undefined;
  return { from: rule.id, sender: `rule ${rule.id}`, service: 'events.amazonaws.com', to, qualifier, kind };
}

/** How a topic sends to its subscriber, if a permission of it has to allow it. */
export function describeTopic({ subscription }: FunctionRoute, infrastructure: Infrastructure): Sending | undefined {
  if (subscription === undefined) return undefined;
  const { topic, endpoint } = subscription;
  const kind = findKind(endpoint, infrastructure);
  if (kind === undefined) return undefined;
  const qualifier = kind === 'function' ? subscription.qualifier : undefined;
  return { from: topic, sender: `topic ${topic}`, service: 'sns.amazonaws.com', to: endpoint, qualifier, kind };
}

function findKind(address: Address, { functions, queues, topics }: Infrastructure): Kind | undefined {
  const has = (resources: readonly { readonly id: Address }[]): boolean => resources.some(({ id }) => id === address);
  if (has(functions)) return 'function';
  if (has(queues)) return 'queue';
  return has(topics) ? 'topic' : undefined;
}
