import { listStops } from '../route/route.ts';
import { cite, type RouteCheck } from './finding.ts';

/** A property on the way whose name AWS does not know. */
export const misspeltProperty: RouteCheck = (route, { infrastructure }) => {
  const stops = listStops(route);
  return infrastructure.misspelt
    .filter(({ on }) => stops.includes(on))
    .map(({ on, where, fault, near }) =>
      cite('propertyNames', {
        what: `${on} ${fault}`,
        where,
        why: 'CloudFormation refuses it, and here it counts as absent',
        todo: `Did you mean ${near}?`,
      }),
    );
};
