import type { Fact } from '../facts/facts.ts';

/** One thing that is wrong with an event: where, what came, what is allowed, and the fact that says so. */
export interface CaseEventIssue {
  readonly path: string;
  readonly received: string;
  readonly allowed: string;
  readonly fact: Fact;
}

const SHOWN = 5;

/** A value that is no event of Amazon Connect Cases; `issues` lists everything that is wrong with it. */
export class InvalidCaseEventError extends Error {
  readonly issues: readonly CaseEventIssue[];

  constructor(issues: readonly CaseEventIssue[]) {
    const lines = issues.slice(0, SHOWN).map(line);
    if (issues.length > SHOWN) lines.push(`and ${issues.length - SHOWN} more`);
    super(`This is no valid event of Amazon Connect Cases:\n${lines.join('\n')}`);
    this.name = 'InvalidCaseEventError';
    this.issues = issues;
  }
}

function line({ path, received, allowed, fact }: CaseEventIssue): string {
  return `- ${path} is ${received}; allowed: ${allowed}\n  because ${fact.states} (${fact.certainty}, ${fact.link})`;
}
