import type { FactName } from '../facts/facts.ts';

/** What is allowed at a place of an event, and the fact that says so. */
export interface Allowed {
  readonly allowed: string;
  readonly fact: FactName;
  /** The words from which to suggest one. */
  readonly words?: readonly string[];
  /** Of a union: the number of the branch that a value is meant for, -1 if nobody can tell. */
  readonly branchMeant?: (value: unknown) => number;
}

/** Writes the message of a schema for whatever is not allowed at its place. */
export function writeAllowed(allowed: Allowed): string {
  const message = `must be ${allowed.allowed} [${allowed.fact}]`;
  written.set(message, allowed);
  return message;
}

/** Finds what {@link writeAllowed} wrote as a message; undefined for a message of another origin. */
export function findAllowed(message: string): Allowed | undefined {
  return written.get(message);
}

// zod carries only a message from a schema to its issues. More in the issues would change what consumers see of them.
const written = new Map<string, Allowed>();

/** The options of a union of objects with exactly one member each, by the names of the members. */
export function oneMember(words: readonly string[]): Pick<Allowed, 'words' | 'branchMeant'> {
  return {
    words,
    branchMeant: (value) => {
      const [key, other] = listKeys(value);
      return key === undefined || other !== undefined ? -1 : words.indexOf(key);
    },
  };
}

/** The names of the members of an object; nothing for any other value. */
export function listKeys(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
