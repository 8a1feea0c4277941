import { joinText } from '../values/joinText.ts';
import { type Resolved, Unresolved } from '../values/resolved.ts';
import type { Scope } from './scope.ts';

/** `Fn::Sub`: a text with `${Name}`, `${Resource.Attribute}` and `${!Literal}`, perhaps with values for some names. */
export function substitute(operand: unknown, scope: Scope): Resolved {
  const [text, values] = Array.isArray(operand) ? operand : [operand, {}];
  if (typeof text !== 'string') return new Unresolved('Fn::Sub', ['Fn::Sub'], 'Fn::Sub has no text');
  const parts = text.split(/(\$\{[^}]*\})/).map((part) => {
    const name = /^\$\{\s*(.*?)\s*\}$/s.exec(part)?.[1];
    if (name === undefined) return part;
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    return readName(name, (values ?? {}) as Record<string, unknown>, scope);
  });
  return joinText(parts);
}

function readName(name: string, values: Readonly<Record<string, unknown>>, scope: Scope): Resolved {
  if (Object.hasOwn(values, name)) return scope.resolve(values[name]);
  const dot = name.indexOf('.');
  return dot < 0 ? scope.refer(name) : scope.readAttribute(name.slice(0, dot), name.slice(dot + 1));
}
