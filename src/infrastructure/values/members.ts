/** Members by name, as a template writes them. */
export type Members = Readonly<Record<string, unknown>>;

/** Whether a part of a template has members. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
