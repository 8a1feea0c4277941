import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { isList, isObject, Reference, type Resolved, type ResolvedList, Unresolved } from './resolved.ts';

/**
 * The items of a list, or what keeps us from knowing it; none for an absent list.
 * @throws InvalidArgumentError for anything else: AWS refuses it, and it differs from no list
 */
export function requireList(argument: string, value: Resolved, allowed: string = 'a list'): ResolvedList | Unresolved {
  if (value === undefined || value === null) return [];
  if (isList(value) || value instanceof Unresolved) return value;
  throw new InvalidArgumentError({
    argument,
    received: value,
    ...(value instanceof Reference ? { shown: value.name } : isObject(value) ? { shown: 'an object' } : {}),
    allowed,
    because: 'AWS refuses the template',
  });
}
