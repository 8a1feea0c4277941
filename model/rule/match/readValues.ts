import type { Scalar } from '../operators/condition.ts';
import { type Route, visitValues } from './visitValues.ts';

/** All values that an event has at the end of a route. */
export function readValues(event: unknown, { route }: { readonly route: Route }): readonly Scalar[] {
  const values: Scalar[] = [];
  visitValues(event, route, (value) => {
    values.push(value);
    return false;
  });
  return values;
}
