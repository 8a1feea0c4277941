import { type FactName, facts } from '../facts/facts.ts';

/** What is allowed at a place of an event, and the fact that says so. */
export interface Allowed {
  readonly allowed: string;
  readonly fact: FactName;
}

/** The message that a schema gives for whatever is not allowed at its place; {@link readAllowed} takes it apart. */
export function writeAllowed({ allowed, fact }: Allowed): string {
  return `must be ${allowed} [${fact}]`;
}

/** What a message of {@link writeAllowed} says, or undefined for a message of another origin. */
export function readAllowed(message: string): Allowed | undefined {
  const [, allowed, fact] = /^must be (.*) \[(\w+)\]$/s.exec(message) ?? [];
  return allowed !== undefined && fact !== undefined && Object.hasOwn(facts, fact)
    ? { allowed, fact: fact as FactName }
    : undefined;
}
