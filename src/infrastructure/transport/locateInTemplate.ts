import type { EventPath } from '../../../model/values/eventPath.ts';
import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { isMembers } from '../../../model/values/members.ts';
import { splitTemplate, type Transformer } from './transformInput.ts';

/**
 * Where in the event a place of the transformed text comes from: `type` of `{"type": <type>}` is the path of the variable.
 * It is undefined for a place with a text of the template, or with a variable within quotes.
 */
export function locateInTemplate({ paths, template }: Transformer): (within: EventPath) => EventPath | undefined {
  const names = [...paths.keys()];
  const marked = splitTemplate(template).map((piece) => {
    if ('text' in piece) return piece.text;
    return piece.isQuoted ? '' : JSON.stringify(markVariable(piece.name));
  });
  const parsed = parseIfJson(marked.join(''));
  return (within) => {
    let value: unknown = parsed;
    for (const [depth, segment] of within.entries()) {
      value = isMembers(value) ? value[segment] : undefined;
      const name = names.find((one) => value === markVariable(one));
      if (name !== undefined) return [...(paths.get(name) ?? []), ...within.slice(depth + 1)];
    }
    return undefined;
  };
}

/** A text that no template has. */
function markVariable(name: string): string {
  return `\u0000${name}\u0000`;
}
