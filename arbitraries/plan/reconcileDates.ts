import type { CaseFields } from '../../model/event/casesEvent.ts';
import type { CaseDraft } from '../../model/event/compose.ts';
import { MONTH } from '../../model/values/time/durations.ts';
import { formatInstant } from '../../model/values/time/formatInstant.ts';
import type { PlannedValues } from './plannedValues.ts';

/**
 * A case is closed and reopened between its creation and the change; its status is the later of the two. The next
 * breach of an SLA lies in the future.
 */
export function reconcileDates(draft: CaseDraft, fields: CaseFields, planned: PlannedValues): void {
  const { createdAt, changedAt } = draft;
  const status = fields.status?.value.stringValue;
  if (draft.type === 'CASE.CREATED') forgetTurns(fields, status, planned);
  const turn = reconcileTurn(draft, fields, status);
  const set = (id: string, instant: number): void => {
    if (fields[id] === undefined || !planned.isOrdinary(`field ${id}`)) return;
    fields[id] = { value: { stringValue: formatInstant(instant) } };
  };
  const chooseBetween = (id: string, from: number, to: number): number =>
    planned.isSample(`field ${id}`) ? to : from + planned.numberAt(`field ${id}`, to - from + 1);
  const closed = turn === 'closes' ? changedAt : chooseBetween(CLOSED, createdAt, changedAt);
  const bound = fields[CLOSED] === undefined ? undefined : closed;
  const reopened =
    status === 'closed'
      ? chooseBetween(REOPENED, createdAt, bound ?? changedAt)
      : chooseBetween(REOPENED, bound ?? createdAt, changedAt);
  set(CLOSED, closed);
  set(REOPENED, turn === 'reopens' ? changedAt : reopened);
  set(BREACH, planned.isSample(`field ${BREACH}`) ? changedAt : changedAt + planned.numberAt(`field ${BREACH}`, MONTH));
}

const CLOSED = 'last_closed_datetime';
const REOPENED = 'last_reopened_datetime';
const BREACH = 'next_sla_breach_datetime';
const UPDATED = 'last_updated_datetime';

/** A new case was never reopened, and is closed only if it begins so. The sample keeps both times. */
function forgetTurns(fields: CaseFields, status: string | undefined, planned: PlannedValues): void {
  for (const id of status === 'closed' ? [REOPENED] : [REOPENED, CLOSED]) {
    if (planned.isOrdinary(`field ${id}`) && !planned.isSample(`field ${id}`)) delete fields[id];
  }
}

/** Makes the list of changes name one of the two times at most, and the status with it. Returns which. */
function reconcileTurn(
  draft: CaseDraft,
  fields: CaseFields,
  status: string | undefined,
): 'closes' | 'reopens' | undefined {
  const turn = findTurn(draft, fields, status);
  const time = { closes: CLOSED, reopens: REOPENED, none: undefined }[turn ?? 'none'];
  const named = draft.changedFieldIds.filter((id) => id === time || (id !== CLOSED && id !== REOPENED));
  const missing = time === undefined ? [] : ['status', time].filter((id) => !named.includes(id));
  if (missing.length > 0 || named.length < draft.changedFieldIds.length) {
    // An update changes something.
    const other = missing.length === 0 && named.every((id) => id === UPDATED) ? ['assigned_queue'] : [];
    draft.changedFieldIds = [...missing, ...other, ...named];
  }
  return turn;
}

function findTurn(
  { type, changedFieldIds: named }: CaseDraft,
  fields: CaseFields,
  status: string | undefined,
): 'closes' | 'reopens' | undefined {
  if (named.includes(REOPENED) && status !== 'closed' && type !== 'CASE.CREATED') return 'reopens';
  const turns = type !== 'CASE.CREATED' && named.includes('status') && fields[CLOSED] !== undefined;
  const closed = status === 'closed' || (status === undefined && named.includes(CLOSED));
  return closed && (named.includes(CLOSED) || turns) ? 'closes' : undefined;
}
