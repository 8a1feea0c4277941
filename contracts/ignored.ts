/** The type of {@link ignored}. */
export interface Ignored {
  /** Tells the row from a list of paths. */
  readonly ignored: true;
}

/** A row of a table: I read nothing of these events, but they reach me and I must survive them. */
export const ignored: Ignored = Object.freeze({ ignored: true });

/** Whether a row says {@link ignored}; by shape, so that two copies of the package understand each other. */
export function isIgnored(row: unknown): row is Ignored {
  return typeof row === 'object' && row !== null && (row as { ignored?: unknown }).ignored === true;
}
