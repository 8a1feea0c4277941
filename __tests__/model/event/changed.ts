import type { CasesEvent } from '../../../model/event/casesEvent.ts';

/** A copy of an event with another value at a path; `undefined` removes what stands there. */
export function changed(event: CasesEvent, path: string, value: unknown): CasesEvent {
  const copy = structuredClone(event);
  const steps = path.split('.');
  const last = steps.pop() as string;
  let place = copy as unknown as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}
