import { explainUnknown } from './joinText.ts';
import { isList, isObject, Reference, type Resolved, Unresolved } from './resolved.ts';

/** A setting of a template: its value, or what keeps us from knowing it. */
export type Setting<Value> = Value | Unresolved;

/** The whole value as JSON, or what is unknown anywhere in it. */
export function settle(value: Resolved): Setting<unknown> {
  const unknown = listUnknown(value);
  if (unknown.length === 0) return value;
  const names = [...new Set(unknown.flatMap((part) => (part instanceof Reference ? [part.parameter] : part.names)))];
  const because = [...new Set(unknown.map(explainUnknown))].join('. ');
  const isFault = unknown.some((part) => part instanceof Unresolved && part.isFault);
  return new Unresolved(value instanceof Unresolved ? value.text : names.join(', '), names, because, isFault);
}

function listUnknown(value: Resolved): readonly (Reference | Unresolved)[] {
  if (value instanceof Reference || value instanceof Unresolved) return [value];
  if (isList(value)) return value.flatMap(listUnknown);
  return isObject(value) ? Object.values(value).flatMap(listUnknown) : [];
}

/** A number of a template, which may be written as a text there; undefined if it is absent or something else. */
export function settleNumber(value: Resolved): Setting<number | undefined> {
  const settled = settle(value);
  if (settled instanceof Unresolved) return settled;
  if (typeof settled === 'number') return settled;
  return typeof settled === 'string' && /^\s*-?\d+\s*$/.test(settled) ? Number(settled) : undefined;
}

/** A switch of a template, which may be written as a text there; undefined if it is absent or something else. */
export function settleFlag(value: Resolved): Setting<boolean | undefined> {
  const settled = settle(value);
  if (settled instanceof Unresolved || typeof settled === 'boolean') return settled;
  if (typeof settled !== 'string') return undefined;
  const word = settled.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** A text of a template; undefined if it is absent or something else. */
export function settleText(value: Resolved): Setting<string | undefined> {
  const settled = settle(value);
  if (settled instanceof Unresolved || typeof settled === 'string') return settled;
  return typeof settled === 'number' ? String(settled) : undefined;
}
