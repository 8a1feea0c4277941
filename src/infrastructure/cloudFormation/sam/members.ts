/** Properties by name, as a template writes them. */
export type Members = Readonly<Record<string, unknown>>;

/** A resource of a template by its logical id. */
export type Entry = readonly [id: string, resource: Members];

/** Whether a part of a template has members. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
