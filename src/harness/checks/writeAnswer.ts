import { runQuietly } from '../recording/readNotes.ts';

/** Lambda's JSON of an answer. */
export interface AnswerJson {
  /** The answer as JSON; absent if there is nothing to write. */
  readonly json?: string | undefined;
  /** Why it cannot be written. */
  readonly failed?: { readonly error: unknown };
}

/** Writes an answer as Lambda does. Reads of the event meanwhile are not recorded. */
export function writeAnswer(result: unknown): AnswerJson {
  if (result === undefined) return {};
  try {
    return { json: runQuietly(() => JSON.stringify(result)) as string | undefined };
  } catch (error) {
    return { failed: { error } };
  }
}
