import type * as z from 'zod';
import { type ShowValue, showReceived } from '../event/showReceived.ts';
import { facts } from '../facts/facts.ts';
import { type Allowed, findAllowed, listKeys } from '../schema/allowed.ts';
import { caseFieldsSchema } from '../schema/fieldValueSchema.ts';
import { type ValuePath, valueAt } from '../values/eventPath.ts';
import { didYouMean } from '../values/invalidArgument.ts';
import { type PlacedIssue, toInvalidCaseEvent } from './invalidCaseEvent.ts';

/** An issue with the schema or check that raised it. The issues of `safeParse` have neither. */
type RawIssue = z.core.$ZodRawIssue;

/** The faults that a schema finds, one for each place. Of a union it reports the intended branch. */
export function listSchemaIssues(
  schema: z.ZodType,
  event: unknown,
  showValue: ShowValue = showReceived,
): PlacedIssue[] {
  const issues = [...listRawIssues(schema, event), ...listUnseenIssues(event)];
  const found = new Map<string, PlacedIssue>();
  for (const issue of issues.flatMap((one) => toIssues(one, [], { event, showValue }))) {
    const place = JSON.stringify(issue.segments);
    if (!found.has(place)) found.set(place, issue);
  }
  return [...found.values()];
}

function listRawIssues(schema: z.core.$ZodType, value: unknown): readonly RawIssue[] {
  const { issues } = schema._zod.run({ value, issues: [] }, { async: false }) as z.core.ParsePayload;
  return issues;
}

const fieldMaps: readonly ValuePath[] = [
  ['detail', 'case', 'fields'],
  ['detail', 'relatedItem', 'custom', 'fields'],
];

/** Faults in a field with the id `__proto__`: ids have no pattern, and zod skips this one. */
function listUnseenIssues(event: unknown): RawIssue[] {
  return fieldMaps.flatMap((segments) => {
    const unseen = [...segments, '__proto__'];
    const value = valueAt(event, unseen.map(String));
    const issues = listRawIssues(caseFieldsSchema, value === undefined ? {} : { unseen: value });
    return issues.map((issue) => ({ ...issue, path: [...unseen, ...(issue.path?.slice(1) ?? [])] }));
  });
}

/** An event, and the function that describes its values. */
interface IssueContext {
  readonly event: unknown;
  readonly showValue: ShowValue;
}

function toIssues(issue: RawIssue, before: ValuePath, context: IssueContext): PlacedIssue[] {
  const { event, showValue } = context;
  const segments = [...before, ...(issue.path ?? [])];
  const value = valueAt(event, segments.map(String));
  switch (issue.code) {
    case 'invalid_union':
      return listUnionIssues(issue, segments, value, context);
    case 'invalid_key':
      return [makeIssue(segments, showKey(String(segments.at(-1)), showValue), readKeyAllowed(issue))];
    case 'invalid_value':
      return [makeIssue(segments, showValue(value), withSuggestion(readAllowed(issue), value))];
    default:
      return [makeIssue(segments, showValue(value), readAllowed(issue))];
  }
}

function listUnionIssues(issue: RawIssue, segments: ValuePath, value: unknown, context: IssueContext): PlacedIssue[] {
  const allowed = readAllowed(issue);
  const { options } = (issue.inst as z.core.$ZodUnion)._zod.def;
  const meant = options[allowed.branchMeant?.(value) ?? -1];
  if (meant !== undefined) {
    return listRawIssues(meant, issue.input).flatMap((inner) => toIssues(inner, segments, context));
  }
  const unknown = listKeys(value).filter((key) => !allowed.words?.includes(key));
  return [makeIssue(segments, context.showValue(value), withSuggestion(allowed, unknown[0]))];
}

/** What the schema of a record's keys allows. */
function readKeyAllowed({ inst, input }: RawIssue): Allowed {
  const [issue] = listRawIssues((inst as z.core.$ZodRecord)._zod.def.keyType, input);
  return readAllowed(issue as RawIssue);
}

function withSuggestion(allowed: Allowed, word: unknown): Allowed {
  const suggestion = didYouMean(word, allowed.words ?? []);
  return suggestion === undefined ? allowed : { ...allowed, allowed: `${allowed.allowed}. ${suggestion}` };
}

/** What the schema of an issue allows; in the words of zod for a schema without words of ours. */
function readAllowed(issue: RawIssue): Allowed {
  const allowed = findAllowed(issue);
  if (allowed !== undefined) return allowed;
  const result = (issue.inst as Partial<z.ZodType> | undefined)?.safeParse?.(issue.input);
  return { allowed: result?.error?.issues[0]?.message ?? 'something else', fact: 'envelope' };
}

function makeIssue(segments: ValuePath, came: string, { allowed, fact }: Allowed): PlacedIssue {
  return toInvalidCaseEvent({ segments, received: came, allowed, fact: facts[fact] });
}

function showKey(key: string, showValue: ShowValue): string {
  const words = showValue(key);
  return words === JSON.stringify(key) ? `the key ${words}` : `a key that is ${words}`;
}
