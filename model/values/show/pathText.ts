import { formatPath, formatSegment, type ValuePath } from '../eventPath.ts';
import { shorten } from '../text.ts';

/** A path for messages: as {@link formatPath} writes it, with long names cut. */
export function pathText(
  segments: ValuePath,
  write: (segment: PropertyKey, index: number) => string = segmentText,
): string {
  return formatPath(segments, write);
}

/** One segment of a path for messages: `.status`, `[1]`, `["odd key"]`. */
export function segmentText(segment: PropertyKey): string {
  const name = String(segment);
  return formatSegment(typeof segment === 'number' || /^[\w-]{1,100}$/.test(name) ? segment : shorten(name, 60));
}
