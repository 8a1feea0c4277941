import { parseEventType } from '../../model/event/parseEventType.ts';

type Any = ReturnType<typeof JSON.parse>;

/** The contradictions in an event, in words; none if all its statements can be true at once. */
export function contradictionsOf(event: Any): string[] {
  const { detail } = event;
  const type = String(parseEventType(detail.eventType));
  return detail.case === undefined
    ? ofItem(detail, detail.relatedItem, type)
    : [...ofDates(detail, type), ...ofStatus(detail), ...ofChangedFields(detail, type), ...ofUsers(detail, type)];
}

const DATES = ['last_closed_datetime', 'last_reopened_datetime', 'last_updated_datetime', 'created_datetime'];
/** What a case keeps from its creation on. */
const FOR_GOOD = ['case_id', 'created_datetime', 'created_by', 'reference_number'];

function ofDates(detail: Any, type: string): string[] {
  const [created, now] = [instant(detail.case.createdDateTime), latest(detail)];
  const breach = textOf(detail, 'next_sla_breach_datetime');
  return [
    ...unless(!(created > now), 'createdDateTime is after the change'),
    ...DATES.flatMap((id) => {
      const date = instant(textOf(detail, id));
      return [
        ...unless(!(date > now), `${id} is after the change`),
        ...unless(!(date < created), `${id} is before the creation`),
      ];
    }),
    ...unless(!(instant(breach) < instant(detail.approximateChangeTime)), 'the next breach of an SLA is over'),
    ...unless(
      type !== 'CASE.CREATED' || textOf(detail, 'last_reopened_datetime') === undefined,
      'reopened when it was created',
    ),
  ];
}

/** A closed case was closed after it was reopened; an open one was reopened after it was closed. */
function ofStatus(detail: Any): string[] {
  const status = textOf(detail, 'status');
  const closed = instant(textOf(detail, 'last_closed_datetime'));
  const reopened = instant(textOf(detail, 'last_reopened_datetime'));
  if (status === undefined) return [];
  return status === 'closed'
    ? unless(!(reopened > closed), 'closed, and reopened since')
    : unless(!(closed > reopened), `${status}, and closed since it was reopened`);
}

function ofChangedFields(detail: Any, type: string): string[] {
  const named: string[] = detail.changedFieldIds ?? [];
  const now = detail.approximateChangeTime;
  const status = textOf(detail, 'status');
  const [closes, reopens] = [named.includes('last_closed_datetime'), named.includes('last_reopened_datetime')];
  const nowIn = (id: string): boolean => textOf(detail, id) === undefined || isSame(textOf(detail, id), now);
  const shows = (id: string): boolean => textOf(detail, id) !== undefined;
  return [
    ...unless(new Set(named).size === named.length, 'a field is named twice'),
    ...(type === 'CASE.CREATED' ? [] : unless(!FOR_GOOD.some((id) => named.includes(id)), `names one of ${FOR_GOOD}`)),
    ...unless(!(closes && reopens), 'closes and reopens at once'),
    ...unless(!closes || (nowIn('last_closed_datetime') && status !== 'open'), `closes, and is ${status}`),
    ...unless(!reopens || (nowIn('last_reopened_datetime') && status !== 'closed'), `reopens, and is ${status}`),
    ...unless(!(closes || reopens) || named.includes('status'), 'closes or reopens without its status'),
    ...unless(
      !(type !== 'CASE.CREATED' && named.includes('status') && status === 'closed' && shows('last_closed_datetime')) ||
        closes,
      'closes and does not name when',
    ),
  ];
}

function ofUsers(detail: Any, type: string): string[] {
  const performer = detail.performedBy?.user;
  if (performer === undefined) return [];
  const { userArn } = performer;
  const [creator, last] = [textOf(detail, 'created_by'), textOf(detail, 'last_updated_user')];
  const differs = (id: string | undefined): boolean => id !== undefined && userArn !== undefined && id !== userArn;
  return [
    ...unless(!differs(last), 'last_updated_user is not who did it'),
    ...(type === 'CASE.CREATED'
      ? [
          ...unless(!differs(creator), 'created_by is not who created it'),
          ...unless(userArn !== undefined || (creator ?? last) === undefined, 'created by a user, who is none'),
        ]
      : []),
  ];
}

function ofItem(detail: Any, item: Any, type: string): string[] {
  const [created, now] = [instant(item.createdDateTime), latest(detail)];
  const sla = item.sla?.slaConfiguration;
  return [
    ...unless(!(created > now), 'createdDateTime is after the change'),
    ...unless(
      type !== 'RELATED_ITEM.CREATED' || item.createdDateTime === detail.approximateChangeTime,
      'created before it was created',
    ),
    ...unless(!(instant(item.contact?.connectedToSystemTime) > now), 'the contact will be connected'),
    ...(sla === undefined ? [] : ofSla(sla, created, now)),
  ];
}

function ofSla(sla: Any, created: number, now: number): string[] {
  const { status, targetTime, completionTime, fieldId, targetFieldValues } = sla;
  const [target, done] = [instant(targetTime), instant(completionTime)];
  const [completed, late] = [/^(not)?met$/i.test(status), /^(overdue|notmet)$/i.test(status)];
  return [
    ...unless((completionTime !== undefined) === completed, `${status}, and when it was completed`),
    ...unless(!(done > now), 'completed after the change'),
    ...unless(!(done < created), 'completed before its creation'),
    ...unless(target > created, 'a target before its creation'),
    ...unless(completed || (late ? target <= now : target >= now - SECOND), `${status}, with another target`),
    ...unless(!completed || (late ? done > target : done <= target), `${status}, completed at another time`),
    ...unless(
      fieldId !== 'status' || targetFieldValues === undefined || 'stringValue' in targetFieldValues[0],
      'a status that is no text',
    ),
  ];
}

/** The bare value of a field, if it is a text. */
function textOf(detail: Any, id: string): string | undefined {
  const value = detail.case.fields?.[id]?.value;
  return value?.stringValue ?? value?.userArnValue;
}

/** An absent or invalid instant is neither before nor after any other. */
function instant(text: string | undefined): number {
  return Date.parse(text ?? '');
}

const SECOND = 1000;

/** The instant of the change: contents and fields have milliseconds even if the dialect cuts it to the second. */
function latest({ approximateChangeTime }: Any): number {
  return instant(approximateChangeTime) + (/\.\d/.test(approximateChangeTime) ? 0 : SECOND - 1);
}

/** The same instant, or the same second: fields have three fraction digits in every dialect. */
function isSame(one: string | undefined, other: string): boolean {
  return Math.abs(Date.parse(String(one)) - Date.parse(other)) < 1000;
}

function unless(holds: boolean, what: string): string[] {
  return holds ? [] : [what];
}
