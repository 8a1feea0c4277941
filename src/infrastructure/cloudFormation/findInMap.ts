import { isDeepStrictEqual } from '../../../model/platform/nodeModules.ts';
import type { Members } from '../../../model/values/members.ts';
import { explainUnknown } from '../values/joinText.ts';
import { type Resolved, Unresolved } from '../values/resolved.ts';
import type { Scope } from './scope.ts';

/** `Fn::FindInMap`. With an unknown key the value is known all the same, if it does not depend on the key. */
export function findInMap(operand: unknown, scope: Scope): Resolved {
  const [map, top, second, otherwise] = Array.isArray(operand) ? operand : [];
  const path = [map, top, second].map((key) => scope.resolve(key));
  const found = path.reduce<readonly unknown[]>(
    (values, key) => values.flatMap((value) => readMembers(value, key)),
    [scope.mappings],
  );
  const [first] = found;
  if (found.length > 0 && found.every((value) => isDeepStrictEqual(value, first))) return scope.resolve(first);
  const fallback = otherwise as Members | undefined;
  if (found.length === 0 && fallback !== undefined && 'DefaultValue' in fallback) {
    return scope.resolve(fallback.DefaultValue);
  }
  const shown = path.map((key) => (typeof key === 'string' ? key : '?')).join('.');
  const unknown = path.find((key) => key instanceof Unresolved) as Unresolved | undefined;
  return new Unresolved(
    `\${${shown}}`,
    unknown?.names ?? [shown],
    unknown === undefined ? `The template has no mapping ${shown}` : explainUnknown(unknown),
  );
}

/** The member of a key, or all members if the key is unknown. */
function readMembers(value: unknown, key: Resolved): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (key instanceof Unresolved) return Object.values(value);
  return Object.hasOwn(value, String(key)) ? [(value as Members)[String(key)]] : [];
}
