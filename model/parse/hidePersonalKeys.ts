import { isImpersonal } from '../event/documentedNames.ts';
import type { ValuePath } from '../values/eventPath.ts';
import { showCount } from '../values/show/showCount.ts';
import { showPath, showSegment } from '../values/show/showPath.ts';

/**
 * Writes a path into a value. It replaces each name that may be personal by its place and length:
 * `detail.case.fields[member 3, a name of 12 characters].value`.
 * @param isKnown whether a name is safe to show, such as a field id of the domain
 */
export function hidePersonalKeys(segments: ValuePath, value: unknown, isKnown: (name: string) => boolean): string {
  let within = value;
  return showPath(segments, (segment, index) => {
    const [here, name] = [Object(within) as Record<string, unknown>, String(segment)];
    // The last member may throw when it is read.
    if (index < segments.length - 1) within = here[name];
    if (typeof segment === 'number' || isImpersonal(name) || isKnown(name)) return showSegment(segment);
    const place = Object.keys(here).indexOf(name);
    const member = place < 0 ? 'a member' : `member ${place + 1}`;
    return `[${member}, a name of ${showCount([...name].length, 'character')}]`;
  });
}
