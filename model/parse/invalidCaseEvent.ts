import type { Fact } from '../facts/facts.ts';
import { brandClass } from '../values/brandClass.ts';
import { captureCaller } from '../values/callerStack.ts';
import type { ValuePath } from '../values/eventPath.ts';
import { listFirst } from '../values/show/listFirst.ts';
import { showPath } from '../values/show/showPath.ts';

/** One fault of an event: its place, the received value, the allowed ones, and the fact behind it. */
export interface CaseEventIssue {
  /** The place, such as `detail.case.fields.status`. */
  readonly path: string;
  /** A description of the received value. */
  readonly received: string;
  /** A description of the allowed values. */
  readonly allowed: string;
  /** The fact, with its link and how sure we are. */
  readonly fact: Fact;
  /**
   * `wrong`: AWS documents something else, on a page or in the model of its API. `documented neither way`: the dialect
   * reads an open question differently, or the fact is observed or inferred; AWS may send it.
   */
  readonly verdict: 'wrong' | 'documented neither way';
}

/** An issue without its verdict and the text of its path. */
export type Finding = Omit<CaseEventIssue, 'path' | 'verdict'> & { readonly segments: ValuePath };

/** An issue with its place as segments. Segments may be personal names, so no output shows them. */
export interface PlacedIssue extends CaseEventIssue {
  readonly segments: ValuePath;
}

/** Gives a finding the verdict that follows from the certainty of its fact. */
export function toInvalidCaseEvent(finding: Finding): PlacedIssue {
  const { certainty } = finding.fact;
  return place(finding, certainty === 'documented' || certainty === 'modelled' ? 'wrong' : 'documented neither way');
}

/** Gives a finding about an open question its verdict. */
export function toUndocumentedIssue(finding: Finding): PlacedIssue {
  return place(finding, 'documented neither way');
}

function place({ segments, ...finding }: Finding, verdict: CaseEventIssue['verdict']): PlacedIssue {
  return withSegments({ path: showPath(segments), ...finding, verdict }, segments);
}

/**
 * Adds the segments of an issue's place as a property that is not enumerable, so that JSON, deep equality and logs skip
 * it.
 */
export function withSegments(issue: CaseEventIssue, segments: ValuePath): PlacedIssue {
  return Object.defineProperty({ ...issue }, 'segments', { value: segments }) as PlacedIssue;
}

const SHOWN = 5;

/** A value that is no known event of Amazon Connect Cases; `issues` lists every reason. */
export class InvalidCaseEventError extends Error {
  static {
    brandClass(InvalidCaseEventError, 'InvalidCaseEventError');
  }

  /** All faults; the message lists the first five. */
  readonly issues: readonly CaseEventIssue[];

  /** @internal */
  constructor(issues: readonly CaseEventIssue[], hint?: string) {
    const lines = listFirst(issues, SHOWN, formatIssue);
    if (hint !== undefined) lines.push(hint);
    super(`${writeHeadline(issues)}:\n${lines.join('\n')}`);
    this.name = 'InvalidCaseEventError';
    this.issues = issues;
    captureCaller(this);
  }
}

function writeHeadline(issues: readonly CaseEventIssue[]): string {
  return issues.every(({ verdict }) => verdict === 'documented neither way')
    ? 'AWS does not document whether this is an event of Amazon Connect Cases'
    : 'This is not a valid event of Amazon Connect Cases';
}

function formatIssue({ path, received, allowed, fact, verdict }: CaseEventIssue): string {
  const because = verdict === 'wrong' ? 'because' : 'documented neither way:';
  return `- ${path} is ${received}; allowed: ${allowed}\n  ${because} ${fact.states} (${fact.certainty}, ${fact.link})`;
}
