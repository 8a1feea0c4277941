import { listStops } from '../route/route.ts';
import { cite, type RouteCheck } from './finding.ts';

/** A property on the way whose name AWS does not know. */
export const misspeltProperty: RouteCheck = (route, { infrastructure }) => {
  const stops = listStops(route);
  return infrastructure.misspelt
    .filter(({ on }) => stops.includes(on))
    .map(({ on, where, name, near }) =>
      cite('propertyNames', {
        what: `${on} has no property ${name}`,
        where,
        why: 'CloudFormation refuses it, and here it counts as absent',
        todo: `Did you mean ${near}?`,
      }),
    );
};
