import type { Defect } from './defect.ts';

const named = new WeakMap<object, string>();

/** Keeps beside a malformed event what is wrong with it: the event itself has no room for that. */
export function keepName(event: object, { name }: Defect): void {
  named.set(event, name);
}

/** What is wrong with a malformed event that was drawn here, such as `detail.case missing`. */
export function findDefect(event: object): string | undefined {
  return named.get(event);
}
