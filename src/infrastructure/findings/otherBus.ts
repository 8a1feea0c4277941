import { cite, type RouteCheck } from './finding.ts';

/** A rule on a bus that gets no events of AWS services by itself. */
export const otherBus: RouteCheck = ({ rule }, { infrastructure, name }) => {
  const { bus } = rule;
  if (bus === undefined || /(^|\/)default$|\$\{[^}]*\}$/.test(bus)) return undefined;
  // A rule on the default bus may send everything on.
  const isForwarded = infrastructure.rules.some(
    (other) => other !== rule && other.targets.some(({ to }) => to === bus),
  );
  if (isForwarded) return undefined;
  return cite('defaultBus', {
    what: `The rule ${rule.id} is on the event bus ${bus}`,
    where: `${rule.id}.${name('EventBusName')}`,
    why: 'Events of Cases arrive at the default bus, and no rule of the template sends them on to this bus',
    todo: `Remove ${name('EventBusName')}, or send the events on with a rule on the default bus`,
  });
};
