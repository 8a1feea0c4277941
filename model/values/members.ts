/** Members by name. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a value has members by name: an object, and no list. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
