import { InvalidArgumentError, listWords } from '../../../model/values/invalidArgument.ts';
import type { Address } from '../model/infrastructure.ts';
import { type FunctionRoute, listStops } from './route.ts';

/**
 * The routes through which a function gets its events in one form. Several rules may lead there.
 * @param through a stop of the wanted routes, if there are several forms
 * @throws InvalidArgumentError if there are several forms, or none leads through the stop
 */
export function chooseRoutes(
  routes: readonly FunctionRoute[],
  functionId: Address,
  through?: unknown,
): readonly FunctionRoute[] {
  const kept = through === undefined ? routes : routes.filter((route) => listStops(route).includes(through as string));
  if (kept.length === 0) {
    throw new InvalidArgumentError({
      argument: 'options.through',
      received: through,
      allowed: `the id of a resource on a way to ${functionId}: ${listWords(new Set(routes.flatMap((route) => listStops(route).slice(0, -1))))}`,
    });
  }
  const groups = new Map<string, FunctionRoute[]>();
  for (const route of kept) {
    const form = describeForm(route);
    groups.set(form, [...(groups.get(form) ?? []), route]);
  }
  const [first, ...others] = [...groups.values()];
  if (first !== undefined && others.length === 0) return first;
  const ways = kept.map((route) => listStops(route).join(' → '));
  throw new InvalidArgumentError({
    argument: through === undefined ? 'functionId' : 'options.through',
    received: through ?? functionId,
    shown: `${through === undefined ? functionId : String(through)}, to which ${groups.size} different ways lead (${ways.join('; ')})`,
    allowed: 'one way at a time, because the function gets its events in another form on each',
    todo: `Choose one with the id of a resource that only this way contains: deliveryTo(template, '${functionId}', { through: '${distinguish([...groups.values()])}' })`,
  });
}

/** What decides the form in which a function gets an event: everything but the rules. */
function describeForm({ target, subscription, mapping, deliveryStream, ...rest }: FunctionRoute): string {
  const ids = [target.to, subscription?.id, mapping?.id, deliveryStream?.id, rest.function];
  return JSON.stringify([ids, target.input]);
}

/** A stop that only the routes of the first group have. */
function distinguish([first = [], ...others]: readonly (readonly FunctionRoute[])[]): string {
  const elsewhere = new Set(others.flat().flatMap(listStops));
  const [own] = first
    .flatMap(listStops)
    .filter((stop) => !elsewhere.has(stop))
    .toReversed();
  return own ?? first[0]?.rule.id ?? '';
}
