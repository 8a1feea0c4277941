import type { Fact } from '../facts/facts.ts';
import { branded } from '../values/branded.ts';
import { captureCaller } from '../values/callerStack.ts';

/** One thing that no event is expected to have: where, what came, what is allowed, and the fact that says so. */
export interface CaseEventIssue {
  /** Where, such as `detail.case.fields.status`. */
  readonly path: string;
  /** What came, in words. */
  readonly received: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** What AWS states, with its link and how sure we are. */
  readonly fact: Fact;
  /**
   * `wrong`: AWS documents it otherwise, on a page or in the model of its API. `documented neither way`: it is an open
   * question that the dialect answers otherwise, or what we conclude or observed; AWS may send it.
   */
  readonly verdict: 'wrong' | 'documented neither way';
}

/** An issue without its verdict. */
export type Finding = Omit<CaseEventIssue, 'verdict'>;

/** A finding as the certainty of its fact judges it. */
export function judged(finding: Finding): CaseEventIssue {
  const { certainty } = finding.fact;
  return certainty === 'documented' || certainty === 'modelled'
    ? { ...finding, verdict: 'wrong' }
    : undocumented(finding);
}

/** A finding that is about an open question. */
export function undocumented(finding: Finding): CaseEventIssue {
  return { ...finding, verdict: 'documented neither way' };
}

const SHOWN = 5;

/** A value that is no event of Amazon Connect Cases as far as is known; `issues` lists everything that speaks against it. */
export class InvalidCaseEventError extends Error {
  static {
    branded(InvalidCaseEventError, 'InvalidCaseEventError');
  }

  /** Everything that was found; the message lists the first five. */
  readonly issues: readonly CaseEventIssue[];

  /** @internal */
  constructor(issues: readonly CaseEventIssue[], hint?: string) {
    const lines = issues.slice(0, SHOWN).map(line);
    if (issues.length > SHOWN) lines.push(`and ${issues.length - SHOWN} more`);
    if (hint !== undefined) lines.push(hint);
    super(`${headline(issues)}:\n${lines.join('\n')}`);
    this.name = 'InvalidCaseEventError';
    this.issues = issues;
    captureCaller(this);
  }
}

function headline(issues: readonly CaseEventIssue[]): string {
  return issues.every(({ verdict }) => verdict === 'documented neither way')
    ? 'AWS does not document whether this is an event of Amazon Connect Cases'
    : 'This is no valid event of Amazon Connect Cases';
}

function line({ path, received, allowed, fact, verdict }: CaseEventIssue): string {
  const because = verdict === 'wrong' ? 'because' : 'documented neither way:';
  return `- ${path} is ${received}; allowed: ${allowed}\n  ${because} ${fact.states} (${fact.certainty}, ${fact.link})`;
}
