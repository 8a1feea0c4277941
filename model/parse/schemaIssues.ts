import type * as z from 'zod';
import { eventTypeSpellings } from '../event/parseEventType.ts';
import { valueAt } from '../event/paths.ts';
import { names, received, type Tell } from '../event/received.ts';
import { type FactName, facts } from '../facts/facts.ts';
import { fieldValueMembers } from '../facts/fieldTypes.ts';
import { type Allowed, readAllowed } from '../schema/allowed.ts';
import { caseFieldsSchema } from '../schema/fieldValueSchema.ts';
import { userMembers } from '../schema/performedBySchema.ts';
import { didYouMean } from '../values/invalidArgument.ts';
import { pathText } from '../values/pathText.ts';
import { type CaseEventIssue, judged } from './invalidCaseEvent.ts';

type ZodIssue = z.core.$ZodIssue;
type Steps = readonly PropertyKey[];

/** What a schema finds wrong with an event, one issue for each place: of a union, the branch the value was meant for. */
export function schemaIssues(schema: z.ZodType, event: unknown, tell: Tell = received): CaseEventIssue[] {
  const { error } = schema.safeParse(event);
  const issues = [...(error?.issues ?? []), ...unseenIssues(event)];
  const found = issues.flatMap((issue) => toIssues(issue, [], { event, tell }));
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

const fieldMaps: readonly Steps[] = [
  ['detail', 'case', 'fields'],
  ['detail', 'relatedItem', 'custom', 'fields'],
];

/** A field whose id is `__proto__`: ids have no pattern, and zod passes over this one without a look. */
function unseenIssues(event: unknown): ZodIssue[] {
  return fieldMaps.flatMap((steps) => {
    const unseen = [...steps, '__proto__'];
    const value = valueAt(event, unseen.map(String));
    const { error } = caseFieldsSchema.safeParse(value === undefined ? {} : { unseen: value });
    return (error?.issues ?? []).map((issue) => ({ ...issue, path: [...unseen, ...issue.path.slice(1)] }));
  });
}

/** An event, and how its parts are told. */
interface Told {
  readonly event: unknown;
  readonly tell: Tell;
}

function toIssues(issue: ZodIssue, before: Steps, told: Told): CaseEventIssue[] {
  const { event, tell } = told;
  const steps = [...before, ...issue.path];
  const value = valueAt(event, steps.map(String));
  switch (issue.code) {
    case 'invalid_union':
      return unionIssues(issue, steps, value, told);
    case 'invalid_key':
      return [issueAt(steps, keyReceived(steps, tell), allowedBy(issue.issues[0]?.message))];
    case 'invalid_value':
      return [issueAt(steps, tell(value), withSuggestion(allowedBy(issue.message), value))];
    default:
      return [issueAt(steps, tell(value), allowedBy(issue.message))];
  }
}

type UnionIssue = Extract<ZodIssue, { code: 'invalid_union' }>;

function unionIssues(issue: UnionIssue, steps: Steps, value: unknown, told: Told): CaseEventIssue[] {
  const allowed = allowedBy(issue.message);
  const meant = issue.errors[branchMeant(allowed.fact, value)];
  if (meant !== undefined) return meant.flatMap((inner) => toIssues(inner, steps, told));
  const unknown = listKeys(value).filter((key) => !wordsBy(allowed.fact).includes(key));
  return [issueAt(steps, told.tell(value), withSuggestion(allowed, unknown[0]))];
}

/** The number of the branch that a value was meant for, -1 when it cannot be told. */
function branchMeant(fact: FactName, value: unknown): number {
  // Custom content: a list, or an object by field id.
  if (fact === 'contentMembers') return Array.isArray(value) ? 0 : listKeys(value).length > 0 ? 1 : -1;
  const keys = listKeys(value);
  return keys.length === 1 ? wordsBy(fact).indexOf(keys[0] as string) : -1;
}

/** The words that stand to choice where a fact applies. */
function wordsBy(fact: FactName): readonly string[] {
  if (fact === 'eventTypes') return eventTypeSpellings;
  return fact === 'userUnion' ? userMembers : fieldValueMembers;
}

function listKeys(value: unknown): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function withSuggestion({ allowed, fact }: Allowed, word: unknown): Allowed {
  const suggestion = didYouMean(word, wordsBy(fact));
  return suggestion === undefined ? { allowed, fact } : { allowed: `${allowed}. ${suggestion}`, fact };
}

function allowedBy(message: string | undefined): Allowed {
  return readAllowed(message ?? '') ?? { allowed: message ?? 'something else', fact: 'envelope' };
}

function issueAt(steps: Steps, came: string, { allowed, fact }: Allowed): CaseEventIssue {
  return judged({ path: pathText(steps), received: came, allowed, fact: facts[fact] });
}

function keyReceived(steps: Steps, tell: Tell): string {
  const key = String(steps.at(-1));
  return tell === received ? `a key that is ${tell(key)}` : `the key ${names([key])}`;
}
