import type { Fact } from '../facts/facts.ts';
import { branded } from '../values/branded.ts';
import { captureCaller } from '../values/callerStack.ts';
import { pathText } from '../values/pathText.ts';

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

type Segments = readonly PropertyKey[];

/** An issue before it has its verdict and the text of its path. */
export type Finding = Omit<CaseEventIssue, 'path' | 'verdict'> & { readonly segments: Segments };

/** An issue that knows its place as segments, too. They may be names of people: no output shows them. */
export interface PlacedIssue extends CaseEventIssue {
  readonly segments: Segments;
}

/** Gives a finding the verdict that follows from the certainty of its fact. */
export function judged(finding: Finding): PlacedIssue {
  const { certainty } = finding.fact;
  return place(finding, certainty === 'documented' || certainty === 'modelled' ? 'wrong' : 'documented neither way');
}

/** Gives a finding about an open question its verdict. */
export function undocumented(finding: Finding): PlacedIssue {
  return place(finding, 'documented neither way');
}

function place({ segments, ...finding }: Finding, verdict: CaseEventIssue['verdict']): PlacedIssue {
  return withSegments({ path: pathText(segments), ...finding, verdict }, segments);
}

/** Adds the segments of an issue's place, not enumerable: JSON, deep equality and logs do not see them. */
export function withSegments(issue: CaseEventIssue, segments: Segments): PlacedIssue {
  return Object.defineProperty({ ...issue }, 'segments', { value: segments }) as PlacedIssue;
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
