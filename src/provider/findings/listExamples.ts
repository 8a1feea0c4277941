import type { Json } from '../../../contracts/matchers.ts';
import type { EventPath } from '../../../model/values/eventPath.ts';

/**
 * The examples that a body gives for a place. `*` is any element of a list. A member that the body does not name may
 * fail a rule for all members, so the examples of its siblings count.
 */
export function listExamples(body: Json | undefined, segments: EventPath): readonly unknown[] {
  return segments.reduce<readonly unknown[]>(
    (places, segment) => places.flatMap((place) => listBelow(place, segment)),
    [body],
  );
}

function listBelow(place: unknown, segment: string): readonly unknown[] {
  if (typeof place !== 'object' || place === null) return [];
  return Object.hasOwn(place, segment) ? [place[segment as keyof typeof place]] : Object.values(place);
}
