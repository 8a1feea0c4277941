import type { FactName } from '../facts/facts.ts';
import { isMembers } from '../values/members.ts';

/** The allowed values at a place of an event, and the fact behind them. */
export interface Allowed {
  readonly allowed: string;
  readonly fact: FactName;
  /** The allowed words, from which an error suggests the nearest. */
  readonly words?: readonly string[];
  /** Of a union: the index of the branch that a value is intended for, or -1 if unclear. */
  readonly branchMeant?: (value: unknown) => number;
}

/** Writes the message of a schema for a disallowed value at its place. */
export function writeAllowed(allowed: Allowed): string {
  const message = `must be ${allowed.allowed} [${allowed.fact}]`;
  written.set(message, allowed);
  return message;
}

/** Finds the content of a {@link writeAllowed} message; undefined for any other message. */
export function findAllowed(message: string): Allowed | undefined {
  return written.get(message);
}

// zod passes only a message from a schema to its issues. Further members would change the issues that consumers see.
const written = new Map<string, Allowed>();

/** The options of a union of objects with exactly one member each, by the names of the members. */
export function allowOneMember(words: readonly string[]): Pick<Allowed, 'words' | 'branchMeant'> {
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
  return isMembers(value) ? Object.keys(value) : [];
}
