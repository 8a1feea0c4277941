import type { Fact } from '../facts/facts.ts';
import { branded } from './branded.ts';
import { captureCaller } from './callerStack.ts';

/** One thing that is wrong with an event: where, what came, what is allowed, and the fact that says so. */
export interface CaseEventIssue {
  /** Where, such as `detail.case.fields.status`. */
  readonly path: string;
  /** What came, in words. */
  readonly received: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** What AWS states, with its link and how sure we are. */
  readonly fact: Fact;
}

const SHOWN = 5;

/** A value that is no event of Amazon Connect Cases; `issues` lists everything that is wrong with it. */
export class InvalidCaseEventError extends Error {
  static {
    branded(InvalidCaseEventError, 'InvalidCaseEventError');
  }

  /** Everything that is wrong; the message lists the first five. */
  readonly issues: readonly CaseEventIssue[];

  /** @internal */
  constructor(issues: readonly CaseEventIssue[]) {
    const lines = issues.slice(0, SHOWN).map(line);
    if (issues.length > SHOWN) lines.push(`and ${issues.length - SHOWN} more`);
    super(`This is no valid event of Amazon Connect Cases:\n${lines.join('\n')}`);
    this.name = 'InvalidCaseEventError';
    this.issues = issues;
    captureCaller(this);
  }
}

function line({ path, received, allowed, fact }: CaseEventIssue): string {
  return `- ${path} is ${received}; allowed: ${allowed}\n  because ${fact.states} (${fact.certainty}, ${fact.link})`;
}
