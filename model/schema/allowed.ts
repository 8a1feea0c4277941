import type * as z from 'zod';
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

/** The message of a schema or of a check, with the data of the message. */
interface AllowedError {
  (): string;
  readonly allowed: Allowed;
}

/** The option of a schema or of a check that says what it allows. Issues that consumers see have only its message. */
export function writeAllowed(allowed: Allowed): { readonly error: () => string } {
  const message = `must be ${allowed.allowed} [${allowed.fact}]`;
  return { error: Object.assign(() => message, { allowed }) satisfies AllowedError };
}

/** What the schema or the check of an issue allows; undefined if it was not made with {@link writeAllowed}. */
export function findAllowed({ inst }: z.core.$ZodRawIssue): Allowed | undefined {
  return (inst?._zod.def.error as Partial<AllowedError> | undefined)?.allowed;
}

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
