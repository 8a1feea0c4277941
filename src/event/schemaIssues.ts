import type * as z from 'zod';
import { type FactName, facts } from '../facts/facts.ts';
import { fieldValueMembers } from '../facts/fieldTypes.ts';
import type { CaseEventIssue } from './invalidCaseEvent.ts';
import { didYouMean } from './invalidArgument.ts';
import { pathText } from './pathText.ts';
import { names, received } from './received.ts';
import { type Allowed, readAllowed } from './schema/allowed.ts';
import { userMembers } from './schema/performedBySchema.ts';

type ZodIssue = z.core.$ZodIssue;
type Steps = readonly PropertyKey[];

/** What a schema finds wrong with an event, one issue for each place: of a union, the branch the value was meant for. */
export function schemaIssues(schema: z.ZodType, event: unknown): CaseEventIssue[] {
  const { error } = schema.safeParse(event);
  const found = (error?.issues ?? []).flatMap((issue) => issuesOf(issue, [], event));
  return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
}

function issuesOf(issue: ZodIssue, before: Steps, event: unknown): CaseEventIssue[] {
  const steps = [...before, ...issue.path];
  const value = valueOf(event, steps);
  switch (issue.code) {
    case 'invalid_union':
      return unionIssues(issue, steps, value, event);
    case 'invalid_key':
      return [issueAt(steps, keyReceived(steps), allowedBy(issue.issues[0]?.message))];
    case 'unrecognized_keys':
      return [issueAt(steps, received(value), withSuggestion(allowedBy(issue.message), issue.keys))];
    default:
      return [issueAt(steps, received(value), allowedBy(issue.message))];
  }
}
