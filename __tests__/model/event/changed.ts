import type { CasesEvent } from '../../../model/event/casesEvent.ts';

/** A copy of an event with another value at a path; `undefined` removes the member. */
export function changed(event: CasesEvent, path: string, value: unknown): CasesEvent {
  const copy = structuredClone(event);
  const segments = path.split('.');
  const last = segments.pop() as string;
  let place = copy as unknown as Record<string, unknown>;
  for (const segment of segments) place = place[segment] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
