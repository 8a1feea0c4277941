/**
 * The warnings of a run, except that nothing comes out of a handler: many correct ones answer nothing, and keep what they
 * do to themselves.
 */
export function dropNoOutcome(warnings: readonly string[]): readonly string[] {
  return warnings.filter((line) => !line.includes('nothing that comes out depends on the event'));
}
