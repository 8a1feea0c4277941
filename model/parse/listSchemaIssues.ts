import type * as z from 'zod';
import { type ShowValue, showReceived } from '../event/showReceived.ts';
import { facts } from '../facts/facts.ts';
import { type Allowed, findAllowed, listKeys } from '../schema/allowed.ts';
import { caseFieldsSchema } from '../schema/fieldValueSchema.ts';
import { type ValuePath, valueAt } from '../values/eventPath.ts';
import { didYouMean } from '../values/invalidArgument.ts';
import { type PlacedIssue, toInvalidCaseEvent } from './invalidCaseEvent.ts';

type ZodIssue = z.core.$ZodIssue;

/** The faults that a schema finds, one for each place. Of a union it reports the intended branch. */
export function listSchemaIssues(
  schema: z.ZodType,
  event: unknown,
  showValue: ShowValue = showReceived,
): PlacedIssue[] {
  const { error } = schema.safeParse(event);
  const issues = [...(error?.issues ?? []), ...listUnseenIssues(event)];
  const found = new Map<string, PlacedIssue>();
  for (const issue of issues.flatMap((one) => toIssues(one, [], { event, showValue }))) {
    const place = JSON.stringify(issue.segments);
    if (!found.has(place)) found.set(place, issue);
  }
  return [...found.values()];
}

const fieldMaps: readonly ValuePath[] = [
  ['detail', 'case', 'fields'],
  ['detail', 'relatedItem', 'custom', 'fields'],
];

/** Faults in a field with the id `__proto__`: ids have no pattern, and zod skips this one. */
function listUnseenIssues(event: unknown): ZodIssue[] {
  return fieldMaps.flatMap((segments) => {
    const unseen = [...segments, '__proto__'];
    const value = valueAt(event, unseen.map(String));
    const { error } = caseFieldsSchema.safeParse(value === undefined ? {} : { unseen: value });
    return (error?.issues ?? []).map((issue) => ({ ...issue, path: [...unseen, ...issue.path.slice(1)] }));
  });
}

/** An event, and the function that describes its values. */
interface IssueContext {
  readonly event: unknown;
  readonly showValue: ShowValue;
}

function toIssues(issue: ZodIssue, before: ValuePath, context: IssueContext): PlacedIssue[] {
  const { event, showValue } = context;
  const segments = [...before, ...issue.path];
  const value = valueAt(event, segments.map(String));
  switch (issue.code) {
    case 'invalid_union':
      return listUnionIssues(issue, segments, value, context);
    case 'invalid_key':
      return [makeIssue(segments, showKey(String(segments.at(-1)), showValue), readAllowed(issue.issues[0]?.message))];
    case 'invalid_value':
      return [makeIssue(segments, showValue(value), withSuggestion(readAllowed(issue.message), value))];
    default:
      return [makeIssue(segments, showValue(value), readAllowed(issue.message))];
  }
}

type UnionIssue = Extract<ZodIssue, { code: 'invalid_union' }>;

function listUnionIssues(issue: UnionIssue, segments: ValuePath, value: unknown, context: IssueContext): PlacedIssue[] {
  const allowed = readAllowed(issue.message);
  const meant = issue.errors[allowed.branchMeant?.(value) ?? -1];
  if (meant !== undefined) return meant.flatMap((inner) => toIssues(inner, segments, context));
  const unknown = listKeys(value).filter((key) => !allowed.words?.includes(key));
  return [makeIssue(segments, context.showValue(value), withSuggestion(allowed, unknown[0]))];
}

function withSuggestion(allowed: Allowed, word: unknown): Allowed {
  const suggestion = didYouMean(word, allowed.words ?? []);
  return suggestion === undefined ? allowed : { ...allowed, allowed: `${allowed.allowed}. ${suggestion}` };
}

function readAllowed(message: string | undefined): Allowed {
  return findAllowed(message ?? '') ?? { allowed: message ?? 'something else', fact: 'envelope' };
}

function makeIssue(segments: ValuePath, came: string, { allowed, fact }: Allowed): PlacedIssue {
  return toInvalidCaseEvent({ segments, received: came, allowed, fact: facts[fact] });
}

function showKey(key: string, showValue: ShowValue): string {
  const words = showValue(key);
  return words === JSON.stringify(key) ? `the key ${words}` : `a key that is ${words}`;
}
