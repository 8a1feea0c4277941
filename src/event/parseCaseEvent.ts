import { facts } from '../facts/facts.ts';
import type { CasesEvent } from './casesEvent.ts';
import { type Dialect, resolveDialect } from './dialect.ts';
import { asDomain, type Domain } from './domain.ts';
import { foreignIssue } from './foreignIssue.ts';
import { requireKnownKeys } from './invalidArgument.ts';
import { type CaseEventIssue, type Finding, InvalidCaseEventError, judged, undocumented } from './invalidCaseEvent.ts';
import type { Invariant } from './invariant.ts';
import { invariantsOf } from './invariants.ts';
import { readingIssues } from './readingIssues.ts';
import { schemaIssues } from './schemaIssues.ts';
import { schemaMeant } from './schemaMeant.ts';

/** What an event is held against. */
export interface ParseOptions {
  /** The domain that the event must come from. */
  readonly domain?: Domain;
  /** The only readings of AWS's open points that are accepted, the documented one where none is named. */
  readonly dialect?: Partial<Dialect>;
}

/**
 * The value itself, typed, when it is an event of Amazon Connect Cases: its unknown properties stay. Without
 * `dialect` every reading of what AWS leaves open is accepted.
 * @throws InvalidCaseEventError listing what is wrong with the value, and what AWS documents neither way
 * @throws InvalidArgumentError for wrong options
 */
export function parseCaseEvent(value: unknown, options: ParseOptions = {}): CasesEvent {
  requireKnownKeys('options', options, ['domain', 'dialect']);
  const domain = options.domain === undefined ? undefined : asDomain(options.domain);
  const dialect = options.dialect === undefined ? undefined : resolveDialect(options.dialect);
  const issues = issuesOf(value, domain, dialect);
  if (issues.length > 0) throw new InvalidCaseEventError(issues);
  return value as CasesEvent;
}

function issuesOf(value: unknown, domain: Domain | undefined, dialect: Dialect | undefined): CaseEventIssue[] {
  const foreign = foreignIssue(value);
  if (foreign !== undefined) return [foreign];
  const ofSchema = schemaIssues(schemaMeant(value), value);
  if (ofSchema.length > 0) return ofSchema;
  const event = value as CasesEvent;
  return [...(dialect === undefined ? [] : readingIssues(event, dialect)), ...invariantIssues(event, domain, dialect)];
}

/** What breaks an invariant of every reading is judged by its fact; what breaks one of the dialect only is open. */
function invariantIssues(
  event: CasesEvent,
  domain: Domain | undefined,
  dialect: Dialect | undefined,
): CaseEventIssue[] {
  const found = findings(event, invariantsOf(domain, dialect));
  if (found.length === 0 || dialect === undefined) return found.map(judged);
  const inEveryReading = new Set(findings(event, invariantsOf(domain)).map(({ path }) => path));
  return found.map((finding) => (inEveryReading.has(finding.path) ? judged(finding) : undocumented(finding)));
}

function findings(event: CasesEvent, invariants: readonly Invariant[]): Finding[] {
  return invariants.flatMap(({ fact, violations }) =>
    violations(event).map((violation) => ({ ...violation, fact: facts[fact] })),
  );
}
