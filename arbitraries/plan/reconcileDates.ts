import type { CaseFields } from '../../model/event/casesEvent.ts';
import type { EventParts } from '../../model/event/compose.ts';
import { isoInstant } from '../../model/values/isoInstant.ts';
import type { PlannedValues } from './plannedValues.ts';

/**
 * When a case was closed and reopened lies between its creation and the change: the later one of both is what its status
 * says. The next breach of an SLA is to come.
 */
export function reconcileDates(parts: EventParts, fields: CaseFields, told: PlannedValues): void {
  const { createdAt, changedAt } = parts;
  const status = fields.status?.value.stringValue;
  if (parts.type === 'CASE.CREATED') forgetTurns(fields, status, told);
  const turn = reconcileTurn(parts, fields, status);
  const set = (id: string, instant: number): void => {
    if (fields[id] === undefined || !told.isOrdinary(`field ${id}`)) return;
    fields[id] = { value: { stringValue: isoInstant(instant) } };
  };
  const between = (id: string, from: number, to: number): number =>
    told.isSample(`field ${id}`) ? to : from + told.numberAt(`field ${id}`, to - from + 1);
  const closed = turn === 'closes' ? changedAt : between(CLOSED, createdAt, changedAt);
  const bound = fields[CLOSED] === undefined ? undefined : closed;
  const reopened =
    status === 'closed'
      ? between(REOPENED, createdAt, bound ?? changedAt)
      : between(REOPENED, bound ?? createdAt, changedAt);
  set(CLOSED, closed);
  set(REOPENED, turn === 'reopens' ? changedAt : reopened);
  set(BREACH, told.isSample(`field ${BREACH}`) ? changedAt : changedAt + told.numberAt(`field ${BREACH}`, MONTH));
}

const CLOSED = 'last_closed_datetime';
const REOPENED = 'last_reopened_datetime';
const BREACH = 'next_sla_breach_datetime';
const UPDATED = 'last_updated_datetime';
const MONTH = 30 * 86_400_000;

/** A case that is created was never reopened, nor closed unless it is created so. That of the sample shows all. */
function forgetTurns(fields: CaseFields, status: string | undefined, told: PlannedValues): void {
  for (const id of status === 'closed' ? [REOPENED] : [REOPENED, CLOSED]) {
    if (told.isOrdinary(`field ${id}`) && !told.isSample(`field ${id}`)) delete fields[id];
  }
}

/** Whether the list of changes says that the case was closed or reopened: one of both, together with its status. */
function reconcileTurn(
  parts: EventParts,
  fields: CaseFields,
  status: string | undefined,
): 'closes' | 'reopens' | undefined {
  const turn = findTurn(parts, fields, status);
  const time = { closes: CLOSED, reopens: REOPENED, none: undefined }[turn ?? 'none'];
  const named = parts.changedFieldIds.filter((id) => id === time || (id !== CLOSED && id !== REOPENED));
  const missing = time === undefined ? [] : ['status', time].filter((id) => !named.includes(id));
  if (missing.length > 0 || named.length < parts.changedFieldIds.length) {
    // An update changes something.
    const other = missing.length === 0 && named.every((id) => id === UPDATED) ? ['assigned_queue'] : [];
    parts.changedFieldIds = [...missing, ...other, ...named];
  }
  return turn;
}

function findTurn(
  { type, changedFieldIds: named }: EventParts,
  fields: CaseFields,
  status: string | undefined,
): 'closes' | 'reopens' | undefined {
  if (named.includes(REOPENED) && status !== 'closed' && type !== 'CASE.CREATED') return 'reopens';
  const turns = type !== 'CASE.CREATED' && named.includes('status') && fields[CLOSED] !== undefined;
  const closed = status === 'closed' || (status === undefined && named.includes(CLOSED));
  return closed && (named.includes(CLOSED) || turns) ? 'closes' : undefined;
}
