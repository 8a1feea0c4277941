import { quietly } from '../recording/readNotes.ts';

/** What Lambda makes of an answer. */
export interface AnswerJson {
  /** The answer as JSON; absent where there is nothing to write. */
  readonly json?: string | undefined;
  /** Why it cannot be written. */
  readonly failed?: { readonly error: unknown };
}

/** Writes an answer as Lambda does. Nobody reads the event meanwhile, whatever of it the answer holds. */
export function writeAnswer(result: unknown): AnswerJson {
  if (result === undefined) return {};
  try {
    return { json: quietly(() => JSON.stringify(result)) as string | undefined };
  } catch (error) {
    return { failed: { error } };
  }
}
