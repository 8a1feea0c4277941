import { isObject, type Resolved } from './resolved.ts';

/** A member of a value, if the value has members. */
export function getMember(value: Resolved, name: string): Resolved {
  return isObject(value) ? value[name] : undefined;
}
