import { requireOneOf } from '../../../model/values/invalidArgument.ts';
import type {
  Address,
  DeliveryStream,
  Mapping,
  Queue,
  RuleTarget,
  Subscription,
  TemplateRule,
} from '../model/infrastructure.ts';
import { requireKnown } from '../values/requireKnown.ts';

/** A way from a rule to a function. */
export interface FunctionRoute {
  /** The rules that send the events on to the bus of the rule, in the order of the events; none on the default bus. */
  readonly feeders: readonly TemplateRule[];
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
  feeders,
  rule,
  target,
  subscription,
  mapping,
  deliveryStream,
  function: end,
}: FunctionRoute): Address[] {
  const rules = [...feeders, rule];
  const stops = [
    ...rules.flatMap(({ id, bus }, place) => (place === 0 ? [id] : [bus, id])),
    target.to,
    subscription?.id,
    mapping?.source,
    mapping?.id,
    deliveryStream?.id,
    end,
  ];
  return [...new Set(stops.filter((stop) => stop !== undefined))];
}

/** The rules that an event has to match one after the other. */
export function listRules({ feeders, rule }: Pick<FunctionRoute, 'feeders' | 'rule'>): readonly TemplateRule[] {
  return [...feeders, rule];
}

/** The state of a row of rules: one that is disabled stops all events, and each keeps out what its state keeps out. */
export function combineInRow(rules: readonly TemplateRule[]): RowState {
  const states = rules.map(readState);
  if (states.includes('DISABLED')) return 'DISABLED';
  return states.every((state) => state === ALL_CALLS) ? ALL_CALLS : 'ENABLED';
}

function readState({ id, state }: TemplateRule): RowState {
  const where = `the State of ${id}`;
  return requireOneOf(where, requireKnown(state, where) ?? 'ENABLED', ['ENABLED', ALL_CALLS, 'DISABLED']);
}

/** With this state a rule also delivers records of read-only calls. */
export const ALL_CALLS = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';

/** What some rules in a row let through. */
export type RowState = 'ENABLED' | typeof ALL_CALLS | 'DISABLED';
