import { isImpersonal } from '../event/documentedNames.ts';
import { pathText } from '../values/pathText.ts';

/** One step of a path as `pathText` writes it. */
const STEP = /\.?[\w-]+|\[\d+\]|\["(?:[^"\\]|\\.)*"\]/g;

/**
 * A path into a value in which names that may be people's are told by their place and length:
 * `detail.case.fields[member 3, a name of 12 characters].value`.
 * @param path as `pathText` writes it
 * @param isKnown whether a name is known from elsewhere, such as the id of a field of the domain
 */
export function impersonalPath(path: string, value: unknown, isKnown: (name: string) => boolean): string {
  if (path === '$') return path;
  let within = value;
  const segments = (path.match(STEP) ?? []).map((segment, index, all) => {
    if (/^\[\d+\]$/.test(segment)) {
      within = below(within, segment.slice(1, -1), index === all.length - 1);
      return segment;
    }
    const bare = segment.replace(/^\./, '');
    const names = Object.keys(Object(within));
    const place = names.findIndex((name) => pathText([name]) === bare);
    const name = names[place] ?? bare;
    within = below(within, name, index === all.length - 1);
    if (isImpersonal(name) || isKnown(name)) return segment;
    const length = [...name].length;
    const member = place < 0 ? 'a member' : `member ${place + 1}`;
    return `[${member}, a name of ${length.toLocaleString('en')} ${length === 1 ? 'character' : 'characters'}]`;
  });
  return segments.join('');
}

/** Nothing is read of the last step: it may throw. */
function below(value: unknown, name: string, isLast: boolean): unknown {
  return isLast ? undefined : (Object(value) as Record<string, unknown>)[name];
}
