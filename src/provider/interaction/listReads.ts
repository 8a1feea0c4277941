import type { Json } from '../../../contracts/matchers.ts';
import type { Read } from '../../../model/event/paths.ts';
import { type EventPath, formatPath } from '../../../model/values/eventPath.ts';

/** The places that a body names: its leaves, as segments from the event's root. A list counts as one place. */
export function listReads(body: Json | undefined, segments: EventPath = []): readonly Read[] {
  const isLeaf = typeof body !== 'object' || body === null || Array.isArray(body) || Object.keys(body).length === 0;
  if (isLeaf) return segments.length === 0 ? [] : [{ path: formatPath(segments), segments }];
  return Object.entries(body).flatMap(([key, value]) => listReads(value as Json, [...segments, key]));
}
