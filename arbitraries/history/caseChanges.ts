import type { CaseFields, FieldValue } from '../../model/event/casesEvent.ts';
import type { CaseDraft } from '../../model/event/compose.ts';
import { DAY } from '../../model/values/time/durations.ts';
import { formatInstant } from '../../model/values/time/formatInstant.ts';
import { getVariation } from '../plan/plan.ts';
import { pick } from '../values/makeTypicalValues.ts';
import type { CaseKind } from '../variations/eventKind.ts';
import type { Actor } from './actors.ts';
import type { Case } from './case.ts';
import { type CaseState, type FieldRules, isSameValue } from './caseFields.ts';
import type { CommandContext } from './commandContext.ts';

/** Gives the fields of a new case their first values, but leaves some that people fill for later. */
export function fillFields(theCase: Case, rules: FieldRules, context: CommandContext<CaseKind>): void {
  const { draft, command } = context;
  for (const [place, { id }] of rules.free.entries()) {
    // Each field has three bits of the seed: one in eight is left.
    const later = ((command.seed >>> (place % 28)) & 7) === 7;
    if (!later) theCase.fields.set(id, getDrawnValue(draft, id));
  }
  for (const id of rules.shown.keys()) {
    if (!theCase.fields.has(id)) theCase.fields.set(id, deriveValue(id, theCase, rules, context));
  }
  for (const id of listUnknownIds(draft, rules)) theCase.fields.set(id, getDrawnValue(draft, id));
}

/** The first value of a field that people do not set. */
function deriveValue(
  id: string,
  theCase: Case,
  rules: FieldRules,
  context: CommandContext<CaseKind>,
): FieldValue | undefined {
  switch (id) {
    case 'status':
      return rules.wrap(id, 'open');
    case 'created_by':
    case 'last_updated_user':
      return makeUserValue(id, rules, context.actor);
    case 'case_id':
      return rules.wrap(id, theCase.id);
    case 'created_datetime':
    case 'last_updated_datetime':
      return rules.wrap(id, formatInstant(theCase.createdAt));
    case 'reference_number':
      return rules.valueOf(id, theCase.number);
    case BREACH:
      return rules.wrap(id, formatInstant(context.now + 3 * DAY));
    default:
      return undefined;
  }
}

/** Changes or clears some fields, and returns their ids: also those of fields that events do not show. */
export function changeFields(theCase: Case, rules: FieldRules, context: CommandContext<CaseKind>): string[] {
  const { fields } = theCase;
  const { draft, preferredFieldIds } = context;
  const { seed } = context.command;
  const unusual = listUnusualIds(context);
  const wanted = new Set([...draft.changedFieldIds, ...draft.clearedFieldIds, ...unusual]);
  if (seed % 4 > 0 && preferredFieldIds.length > 0) wanted.add(pick(preferredFieldIds, seed >>> 2));
  const changed = new Set<string>();
  const set = (id: string, value: FieldValue | undefined): void => {
    if (fields.set(id, value)) changed.add(id);
  };
  // Without a map no value was drawn.
  if (draft.fields !== undefined) {
    for (const { id } of rules.free) {
      if (wanted.has(id)) set(id, changed.size === 0 && seed % 6 === 5 ? undefined : getDrawnValue(draft, id));
    }
    for (const id of listUnknownIds(draft, rules)) set(id, getDrawnValue(draft, id));
    if (unusual.includes('status')) setOtherStatus(theCase, rules, draft, set);
  }
  const unseen = rules.unseen.filter((id) => wanted.has(id));
  if (changed.size === 0 && unseen.length === 0) return [changeAny(fields, rules, seed)];
  return [...changed, ...unseen];
}

/** Sets a status that is neither `open` nor `closed`. */
function setOtherStatus(
  { closed }: Case,
  rules: FieldRules,
  draft: CaseDraft,
  set: (id: string, value: FieldValue) => void,
): void {
  const value = getDrawnValue(draft, 'status');
  if (!closed && value !== undefined && !isSameValue(value, rules.wrap('status', 'closed'))) set('status', value);
}

/** Makes one field change where none did, and returns its id: a field that events do not show, if there is one. */
function changeAny(fields: CaseState, rules: FieldRules, number: number): string {
  const { unseen, free } = rules;
  if (unseen.length > 0) return pick(unseen, number);
  for (let tries = number; tries < number + 4 * free.length; tries++) {
    const { id } = pick(free, tries);
    if (fields.set(id, rules.valueOf(id, tries))) return id;
  }
  // The event is full: clear a field.
  const { id } = free.find((field) => fields.has(field.id)) as FieldRules['free'][number];
  fields.set(id, undefined);
  return id;
}

/** Closes or reopens a case, and returns the ids of the fields that change. */
export function closeOrReopen(theCase: Case, rules: FieldRules, { now }: CommandContext): string[] {
  const { fields, closed } = theCase;
  const time = closed ? 'last_reopened_datetime' : 'last_closed_datetime';
  theCase.closed = !closed;
  if (rules.shown.has('status')) fields.set('status', rules.wrap('status', closed ? 'open' : 'closed'));
  if (rules.shown.has(time)) fields.set(time, rules.wrap(time, formatInstant(now)));
  return ['status', time];
}

/** Moves `last_updated_user` to the actor, and returns its id if it changed. */
export function updatePerformer({ fields }: Case, rules: FieldRules, actor: Actor): string[] {
  const id = 'last_updated_user';
  const value = rules.shown.has(id) ? makeUserValue(id, rules, actor) : undefined;
  return value !== undefined && fields.set(id, value) ? [id] : [];
}

/** Moves the next breach of an SLA on when it is past, and returns its id; a deleted case has none. */
export function updateBreach({ fields }: Case, rules: FieldRules, now: number, deleted: boolean): string[] {
  const breach = fields.get(BREACH)?.stringValue;
  if (breach === undefined || Date.parse(breach) >= now) return [];
  fields.set(BREACH, deleted ? undefined : rules.wrap(BREACH, formatInstant(now + 3 * DAY)));
  return [BREACH];
}

const BREACH = 'next_sla_breach_datetime';

/** The fields of a case in one of its events. If none has a value, the map is empty or absent. */
export function listCaseFields({ fields }: Case, { shown }: FieldRules, number: number): CaseFields | undefined {
  if (shown.size === 0) return undefined;
  return fields.bytes > 0 || number % 2 === 1 ? fields.toFields() : undefined;
}

function makeUserValue(id: string, rules: FieldRules, { user }: Actor): FieldValue | undefined {
  return user !== undefined && 'userArn' in user ? rules.wrap(id, user.userArn) : undefined;
}

function getDrawnValue({ fields }: CaseDraft, id: string): FieldValue | undefined {
  return fields !== undefined && Object.hasOwn(fields, id) ? fields[id]?.value : undefined;
}

/** The ids of drawn fields that the domain does not have: what it gains one day stays. */
function listUnknownIds({ fields = {} }: CaseDraft, { shown }: FieldRules): string[] {
  return Object.keys(fields).filter((id) => !shown.has(id));
}

/** The fields that have no ordinary value in the plan. */
function listUnusualIds({ planned: { plan, eventClass } }: CommandContext): string[] {
  if (eventClass === 'typical' || eventClass === 'sample') return [];
  const ids: string[] = [];
  for (const [point, { segments }] of plan.kind.points.entries()) {
    const [, , map, id] = segments;
    const isUnusual =
      map === 'fields' && id !== undefined && (getVariation(plan, point)?.class ?? 'typical') !== 'typical';
    if (isUnusual) ids.push(id);
  }
  return ids;
}
