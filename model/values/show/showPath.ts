import { formatPath, formatSegment, type ValuePath } from '../eventPath.ts';
import { shorten } from '../text.ts';

/** A path for messages: as {@link formatPath} writes it, with long names cut. */
export function showPath(
  segments: ValuePath,
  write: (segment: PropertyKey, index: number) => string = showSegment,
): string {
  return formatPath(segments, write);
}

/** One segment of a path for messages: `.status`, `[1]`, `["odd key"]`. */
export function showSegment(segment: PropertyKey): string {
  const name = String(segment);
  return formatSegment(typeof segment === 'number' || /^[\w-]{1,100}$/.test(name) ? segment : shorten(name, 60));
}
