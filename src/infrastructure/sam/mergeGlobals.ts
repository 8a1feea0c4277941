import { isMembers, type Members } from '../../../model/values/members.ts';

/**
 * The properties of a function with those of `Globals`: maps are merged, lists are joined, other values of the function
 * win.
 */
export function mergeGlobals(globals: Members, own: Members): Members {
  const merged = Object.entries(own).map(([name, value]) => {
    const shared = globals[name];
    if (Array.isArray(shared) && Array.isArray(value)) return [name, [...shared, ...value]];
    return [name, isMembers(shared) && isMembers(value) ? mergeGlobals(shared, value) : value];
  });
  return { ...globals, ...Object.fromEntries(merged) };
}
