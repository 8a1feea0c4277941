import { shorten } from './text.ts';

/** Segments from an event's root as a path for messages: `detail.case.fields.status`, `resources[1]`, `["odd key"]`. */
export function pathText(
  segments: readonly PropertyKey[],
  write: (segment: PropertyKey, index: number) => string = segmentText,
): string {
  const text = segments.map(write).join('');
  return text === '' ? '$' : text.replace(/^\./, '');
}

/** One segment of a path for messages: `.status`, `[1]`, `["odd key"]`. */
export function segmentText(segment: PropertyKey): string {
  if (typeof segment === 'number') return `[${segment}]`;
  const name = String(segment);
  return /^[\w-]{1,100}$/.test(name) ? `.${name}` : `[${JSON.stringify(shorten(name, 60))}]`;
}
