import { isDefaultBus } from '../route/listFeeders.ts';
import { listRules } from '../route/route.ts';
import { cite, type RouteCheck } from './finding.ts';

/** A rule on a bus that gets no events of AWS services by itself. */
export const otherBus: RouteCheck = (route, { name }) => {
  // Only the first rule may be on a bus that no other feeds.
  const { id, bus } = listRules(route)[0] ?? route.rule;
  if (isDefaultBus(bus)) return undefined;
  return cite('defaultBus', {
    what: `The rule ${id} is on the event bus ${bus}`,
    where: `${id}.${name('EventBusName')}`,
    why: 'Events of Cases arrive at the default bus, and no rule of the template sends them on to this bus',
    todo: `Remove ${name('EventBusName')}, or send the events on with a rule on the default bus`,
  });
};
