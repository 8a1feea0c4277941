import { type Domain, requireDomain } from '../domain/domain.ts';
import type { CasesEvent } from '../event/casesEvent.ts';
import { type Dialect, resolveDialect } from '../event/dialect.ts';
import { type ShowValue, showReceived, showReceivedValue } from '../event/showReceived.ts';
import { facts } from '../facts/facts.ts';
import type { Invariant } from '../invariants/invariant.ts';
import { selectInvariants } from '../invariants/invariants.ts';
import { InvalidArgumentError, requireKnownKeys } from '../values/invalidArgument.ts';
import { chooseSchema } from './chooseSchema.ts';
import { findForeignIssue } from './findForeignIssue.ts';
import { findUnreadableMember } from './findUnreadableMember.ts';
import { hidePersonalKeys } from './hidePersonalKeys.ts';
import {
  type Finding,
  InvalidCaseEventError,
  type PlacedIssue,
  toInvalidCaseEvent,
  toUndocumentedIssue,
  withSegments,
} from './invalidCaseEvent.ts';
import { listReadingIssues } from './listReadingIssues.ts';
import { listSchemaIssues } from './listSchemaIssues.ts';

/** The options of {@link parseCaseEvent}. */
export interface ParseOptions {
  /** The domain that the event must come from. */
  readonly domain?: Domain;
  /** The accepted readings of the open questions. Each question that is not named has its default reading. */
  readonly dialect?: Partial<Dialect>;
  /**
   * Whether errors show values of the event (texts of up to 200 characters) and the names of unknown members. They are
   * personal, and errors go to logs: by default errors show only types, lengths and places.
   */
  readonly values?: boolean;
}

/**
 * Returns the same value, typed, if it is an event of Amazon Connect Cases. Unknown properties stay. Without `dialect`
 * it accepts every reading of the open questions.
 * @throws InvalidCaseEventError with everything that is wrong, and everything that AWS documents neither way
 * @throws InvalidArgumentError for wrong options
 */
export function parseCaseEvent(value: unknown, options: ParseOptions = {}): CasesEvent {
  requireKnownKeys('options', options, ['domain', 'dialect', 'values']);
  const domain = options.domain === undefined ? undefined : requireDomain(options.domain);
  const dialect = options.dialect === undefined ? undefined : resolveDialect(options.dialect);
  const issues = findIssues(value, domain, dialect, chooseTell(options.values));
  if (issues.length === 0) return value as CasesEvent;
  if (options.values) throw new InvalidCaseEventError(issues);
  const isKnown = knowNames(domain);
  const impersonal = issues.map((issue) =>
    withSegments({ ...issue, path: hidePersonalKeys(issue.segments, value, isKnown) }, issue.segments),
  );
  const withValues = findIssues(value, domain, dialect, showReceivedValue);
  throw new InvalidCaseEventError(impersonal, saySame(impersonal, withValues) ? undefined : SEE_VALUES);
}

const SEE_VALUES = 'The values of the event are not shown; parseCaseEvent(value, { values: true }) shows them.';

function saySame(issues: readonly PlacedIssue[], others: readonly PlacedIssue[]): boolean {
  return issues.every(
    ({ path, received: came }, index) => path === others[index]?.path && came === others[index]?.received,
  );
}

/** Field ids of the domain are not personal: its author chose them. */
function knowNames(domain: Domain | undefined): (name: string) => boolean {
  const ids = new Set<string>(domain === undefined ? [] : Object.values(domain.fields).map(({ id }) => id));
  return (name) => ids.has(name);
}

function chooseTell(values: unknown = false): ShowValue {
  if (typeof values === 'boolean') return values ? showReceivedValue : showReceived;
  throw new InvalidArgumentError({ argument: 'options.values', received: values, allowed: 'true or false' });
}

function findIssues(
  value: unknown,
  domain: Domain | undefined,
  dialect: Dialect | undefined,
  showValue: ShowValue,
): PlacedIssue[] {
  const unreadable = findUnreadableMember(value);
  if (unreadable !== undefined) return [unreadable];
  const foreign = findForeignIssue(value, showValue);
  if (foreign !== undefined) return [foreign];
  const ofSchema = listSchemaIssues(chooseSchema(value), value, showValue);
  if (ofSchema.length > 0) return ofSchema;
  const event = value as CasesEvent;
  return [
    ...(dialect === undefined ? [] : listReadingIssues(event, dialect, showValue)),
    ...listInvariantIssues(event, domain, dialect, showValue),
  ];
}

/** A violation in every reading gets the verdict of its fact; a violation in this dialect only is an open question. */
function listInvariantIssues(
  event: CasesEvent,
  domain: Domain | undefined,
  dialect: Dialect | undefined,
  showValue: ShowValue,
): PlacedIssue[] {
  const found = listViolations(event, selectInvariants(domain, dialect), showValue);
  if (found.length === 0 || dialect === undefined) return found.map(toInvalidCaseEvent);
  const place = ({ segments }: Finding): string => JSON.stringify(segments);
  const inEveryReading = new Set(listViolations(event, selectInvariants(domain), showValue).map(place));
  return found.map((finding) =>
    inEveryReading.has(place(finding)) ? toInvalidCaseEvent(finding) : toUndocumentedIssue(finding),
  );
}

function listViolations(event: CasesEvent, invariants: readonly Invariant[], showValue: ShowValue): Finding[] {
  return invariants.flatMap(({ fact, violations }) =>
    violations(event, showValue).map((violation) => ({ ...violation, fact: facts[fact] })),
  );
}
