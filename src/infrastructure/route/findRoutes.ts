import type { Address, Infrastructure, Subscription } from '../model/infrastructure.ts';
import { listFeeders } from './listFeeders.ts';
import type { FunctionRoute } from './route.ts';

/** The end of a route, after the target of its rule. */
type Rest = Omit<FunctionRoute, 'rule' | 'feeders' | 'target' | 'subscription'>;

/** All ways from a rule to a function in a template. */
export function findRoutes(infrastructure: Infrastructure): readonly FunctionRoute[] {
  return infrastructure.rules.flatMap((rule) => {
    const ways = rule.targets.flatMap((target) => [
      ...follow(target.to, infrastructure).map((rest) => ({ rule, target, ...rest })),
      ...infrastructure.subscriptions
        .filter(({ topic }) => topic === target.to)
        .flatMap((subscription) => followSubscription(subscription, infrastructure))
        .map((rest) => ({ rule, target, ...rest })),
    ]);
    return listFeeders(rule, infrastructure).flatMap((feeders) => ways.map((way) => ({ feeders, ...way })));
  });
}

function followSubscription(
  subscription: Subscription,
  infrastructure: Infrastructure,
): readonly (Rest & Pick<FunctionRoute, 'subscription'>)[] {
  return follow(subscription.endpoint, infrastructure)
    .filter(({ deliveryStream }) => deliveryStream === undefined)
    .map((rest) => ({ ...rest, subscription }));
}

/** The functions that get what is sent to an address. */
function follow(to: Address, { functions, queues, mappings, deliveryStreams }: Infrastructure): readonly Rest[] {
  const queue = queues.find(({ id }) => id === to);
  return [
    ...functions.filter(({ id }) => id === to).map(({ id }) => ({ function: id })),
    ...mappings
      .filter(({ source }) => source === to && to !== '')
      .map((mapping) => ({ mapping, function: mapping.function, ...(queue === undefined ? {} : { queue }) })),
    ...deliveryStreams
      .filter(({ id, source }) => id === to || source === to)
      .flatMap((deliveryStream) => deliveryStream.transforms.map((end) => ({ deliveryStream, function: end }))),
  ];
}
