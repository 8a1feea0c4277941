import type { Members } from './members.ts';

/** Whether a value can have members by name or index: an object or a list, and no function. */
export function isObjectOrList(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}
