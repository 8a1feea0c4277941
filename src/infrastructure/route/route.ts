import type {
  Address,
  DeliveryStream,
  Mapping,
  Queue,
  RuleTarget,
  Subscription,
  TemplateRule,
} from '../model/infrastructure.ts';

/** A way from a rule to a function. */
export interface FunctionRoute {
  readonly rule: TemplateRule;
  readonly target: RuleTarget;
  /** The subscription of the topic that the rule sends to. */
  readonly subscription?: Subscription;
  /** The event source mapping of the queue or the stream. */
  readonly mapping?: Mapping;
  /** The queue, if the template defines it. */
  readonly queue?: Queue;
  /** The delivery stream whose records the function transforms. */
  readonly deliveryStream?: DeliveryStream;
  readonly function: Address;
}

/** The ids of everything on a route, from the rule to the function. */
export function listStops({
  rule,
  target,
  subscription,
  mapping,
  deliveryStream,
  function: end,
}: FunctionRoute): Address[] {
  const stops = [rule.id, target.to, subscription?.id, mapping?.source, mapping?.id, deliveryStream?.id, end];
  return [...new Set(stops.filter((stop) => stop !== undefined))];
}
