import { isObjectOrList } from './isObjectOrList.ts';

/** The place of a value in an event: the names from the root to it. */
export type EventPath = readonly string[];

/** The place of a part in any value, as a parser reports it: an index of a list is a number. */
export type ValuePath = readonly PropertyKey[];

/**
 * Writes a path: `detail.case.fields.status`, `resources[1]`, `fields["refund amount"]`, and `$` for the event itself.
 * Names that are not plain words are quoted as in JSON, so {@link parsePath} can read every path back.
 */
export function formatPath(
  segments: ValuePath,
  write: (segment: PropertyKey, index: number) => string = formatSegment,
): string {
  const text = segments.map(write).join('');
  return text === '' ? '$' : text.replace(/^\./, '');
}

/** Writes one segment of a path: `.status`, `[1]`, `["refund amount"]`. */
export function formatSegment(segment: PropertyKey): string {
  if (typeof segment === 'number') return `[${segment}]`;
  const name = String(segment);
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/**
 * Reads a path that {@link formatPath} wrote, or that Pact's verifier wrote: `$.detail['a.b'].c[0]`. Indices of lists
 * are numbers, and `[*]` is the name `*`.
 */
export function parsePath(text: string): (string | number)[] {
  return [...text.replace(/^\$/, '').matchAll(SEGMENT)].map(([, dotted, json, quoted, index, any]) => {
    if (json !== undefined) return JSON.parse(json) as string;
    return index === undefined ? ((dotted ?? quoted ?? any) as string) : Number(index);
  });
}

/** `.name` or a first name, `["a name as JSON"]`, `['a name of Pact']`, `[1]`, `[*]`. */
const SEGMENT = /(?:^|\.)([^.[\]]+)|\[("(?:[^"\\]|\\.)*")\]|\['(.*?)'\](?=[.[]|$)|\[(\d+)\]|\[(\*)\]/gs;

/** Whether a place is another one, or lies below it. */
export function isAtOrBelow(segments: EventPath, above: EventPath): boolean {
  return segments.length >= above.length && above.every((segment, index) => segments[index] === segment);
}

/** Whether a place lies below another one. */
export function isBelow(segments: EventPath, above: EventPath): boolean {
  return segments.length > above.length && isAtOrBelow(segments, above);
}

/** The value at these segments, or undefined if a segment is missing; inherited members are missing, too. */
export function valueAt(whole: unknown, segments: ValuePath): unknown {
  return segments.reduce<unknown>(
    (value, segment) => (isObjectOrList(value) && Object.hasOwn(value, segment) ? value[segment as string] : undefined),
    whole,
  );
}
