import type { Infrastructure, TemplateRule } from '../model/infrastructure.ts';

/**
 * The rules through which events of AWS services reach the bus of a rule, one list for each way, in the order of the
 * events. One empty list for a rule on the default bus, and on a bus that no rule of the template feeds.
 */
export function listFeeders(
  rule: TemplateRule,
  infrastructure: Infrastructure,
  passed: readonly TemplateRule[] = [],
): readonly (readonly TemplateRule[])[] {
  const { bus } = rule;
  const feeders = isDefaultBus(bus)
    ? []
    : infrastructure.rules.filter(
        (other) => other !== rule && !passed.includes(other) && other.targets.some(({ to }) => to === bus),
      );
  if (feeders.length === 0) return [[]];
  return feeders.flatMap((feeder) =>
    listFeeders(feeder, infrastructure, [...passed, rule]).map((before) => [...before, feeder]),
  );
}

/** Whether a bus is, or may be, the bus on which AWS services publish. */
export function isDefaultBus(bus: TemplateRule['bus']): boolean {
  return bus === undefined || /(^|\/)default$|\$\{[^}]*\}$/.test(bus);
}
