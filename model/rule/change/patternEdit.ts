import { valueAt } from '../../values/eventPath.ts';
import { isMembers } from '../../values/members.ts';
import type { Place } from '../json/jsonNode.ts';
import { removeAt } from './removeAt.ts';
import { sourceOnly } from './sourceOnly.ts';

/**
 * One edit of a pattern. It writes the conditions of a leaf, adds a leaf, or moves what stands at a place. It lets a name
 * be either of two, or removes a place: `isMeant` if another edit, or another leaf, says what stood there.
 */
export type PatternEdit =
  | { readonly write: Place; readonly conditions: readonly unknown[] }
  | { readonly add: Place; readonly conditions: readonly unknown[] }
  | { readonly move: Place; readonly to: Place; readonly conditions?: readonly unknown[] }
  | { readonly either: Place; readonly or: string }
  | { readonly remove: Place; readonly isMeant?: true };

/** The pattern after an edit. It is undefined if the edit does not fit: nothing stands there, or its new place is taken. */
export function applyEdit(pattern: unknown, edit: PatternEdit): unknown {
  if ('write' in edit)
    return valueAt(pattern, edit.write) === undefined ? undefined : setAt(pattern, edit.write, edit.conditions);
  if ('add' in edit) return mergeAt(pattern, edit.add, edit.conditions);
  if ('remove' in edit) return removeAt(pattern, edit.remove) ?? sourceOnly;
  if ('either' in edit) return addAlternative(pattern, edit.either, edit.or);
  const moved = valueAt(pattern, edit.move);
  if (moved === undefined) return undefined;
  const value = edit.conditions ?? moved;
  const below = edit.move.every((key, index) => edit.to[index] === key);
  if (below) return setAt(pattern, edit.move, nest(edit.to.slice(edit.move.length), value));
  // First the new place, so that a branch of $or is never empty.
  const merged = mergeAt(pattern, edit.to, value);
  return merged === undefined ? undefined : removeAt(merged, edit.move);
}

function addAlternative(pattern: unknown, place: Place, other: string): unknown {
  const around = place.slice(0, -1);
  const { [place.at(-1) as string]: value, ...rest } = valueAt(pattern, around) as Record<string, unknown>;
  if (Object.hasOwn(rest, '$or') || Object.hasOwn(rest, other)) return undefined;
  return setAt(pattern, around, { ...rest, $or: [{ [place.at(-1) as string]: value }, { [other]: value }] });
}

function setAt(pattern: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  const changed = setAt((pattern as Record<string | number, unknown>)[key], rest, value);
  return Array.isArray(pattern) ? pattern.with(key as number, changed) : { ...(pattern as object), [key]: changed };
}

/** Puts a value where nothing stands, or an object into an object. */
function mergeAt(pattern: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key !== undefined) {
    const inner = (pattern as Record<string | number, unknown>)[key];
    const merged = isMembers(inner) || Array.isArray(inner) ? mergeAt(inner, rest, value) : nest(rest, value);
    if (merged === undefined) return undefined;
    return Array.isArray(pattern) ? pattern.with(key as number, merged) : { ...(pattern as object), [key]: merged };
  }
  if (!(isMembers(pattern) && isMembers(value))) return undefined;
  return Object.entries(value).reduce<unknown>(
    (merged, [name, part]) => (merged === undefined ? undefined : mergeAt(merged, [name], part)),
    pattern,
  );
}

function nest(place: Place, value: unknown): unknown {
  return place.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}
