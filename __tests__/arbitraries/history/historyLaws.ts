import { type Domain, listIncludedFields } from '../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import { parseEventType } from '../../../model/event/parseEventType.ts';
import { updatableItemTypes } from '../../../model/facts/relatedItemTypes.ts';
import { selectInvariants } from '../../../model/invariants/invariants.ts';
import { showPath } from '../../../model/values/show/showPath.ts';
import { contradictionsOf } from '../contradictions.ts';

/** What a law may need besides the events. */
export interface Setting {
  readonly domain: Domain;
  readonly dialect: Partial<Dialect>;
}

type Any = ReturnType<typeof JSON.parse>;

/** What is wrong with a history, in words; nothing if the law holds. */
type Law = (events: readonly Any[], setting: Setting) => string[];

/** The logical type of an event. */
export function typeOf({ detail }: Any): string {
  return String(parseEventType(detail.eventType));
}

/** The id of an event's case. */
export function caseIdOf({ detail }: Any): string {
  return (detail.case ?? detail.relatedItem).caseId;
}

/** The instant of a text in nanoseconds, for any number of fraction digits. */
function nanoseconds(instant: string): bigint {
  const [, second = '', fraction = ''] = /^(.{19})(?:\.(\d+))?Z$/.exec(instant) ?? [];
  return BigInt(Date.parse(`${second}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

/** The instant of an event's change. */
export function changedAt({ detail }: Any): bigint {
  return nanoseconds(detail.approximateChangeTime);
}

/** Events grouped by a key, each group in its order. */
export function grouped(events: readonly Any[], keyOf: (event: Any) => string): Any[][] {
  const groups = new Map<string, Any[]>();
  for (const event of events) groups.set(keyOf(event), [...(groups.get(keyOf(event)) ?? []), event]);
  return [...groups.values()];
}

/** A law about the events of every single case. */
function ofEachCase(law: Law): Law {
  return (events, setting) => grouped(events, caseIdOf).flatMap((ofCase) => law(ofCase, setting));
}

/** A law about the events of every single related item. */
function ofEachItem(law: Law): Law {
  return (events, setting) => {
    const ofItems = events.filter(({ detail }) => detail.relatedItem !== undefined);
    return grouped(ofItems, ({ detail }) => detail.relatedItem.relatedItemId).flatMap((ofItem) => law(ofItem, setting));
  };
}

function ofCaseEvents(law: Law): Law {
  return ofEachCase((events, setting) => law(onlyCases(events), setting));
}

function onlyCases(events: readonly Any[]): Any[] {
  return events.filter(({ detail }) => detail.case !== undefined);
}

function unless(holds: boolean, what: string): string[] {
  return holds ? [] : [what];
}

function isOne(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size <= 1;
}

function pairs<Value>(values: readonly Value[]): [Value, Value][] {
  return values.slice(1).map((value, place) => [values[place] as Value, value]);
}

/** The laws of histories, by their statements. */
export const historyLaws: Readonly<Record<string, Law>> = {
  'every event keeps the invariants': (events, { domain, dialect }) =>
    events.flatMap((event) =>
      selectInvariants(domain, resolveDialect(dialect)).flatMap(({ name, violations }) =>
        violations(event as CasesEvent).map(
          ({ segments, received }) => `${name}: ${showPath(segments)} is ${received}`,
        ),
      ),
    ),

  'no event contradicts itself': (events) => events.flatMap((event) => contradictionsOf(event)),

  'the changes stand in their order, each at a time of its own': (events, { dialect }) =>
    pairs(events.map(changedAt)).flatMap(([before, after]) =>
      unless(before < after || (dialect.changeTimeTies === 'occur' && before === after), `${before} then ${after}`),
    ),

  'an event is sent at a whole second, not before its change': (events) =>
    events.flatMap((event) =>
      unless(
        /T\d{2}:\d{2}:\d{2}Z$/.test(event.time) && nanoseconds(event.time) >= changedAt(event),
        `${event.time} for ${event.detail.approximateChangeTime}`,
      ),
    ),

  'no two events have one id': (events) => unless(new Set(events.map(({ id }) => id)).size === events.length, 'twice'),

  'a case begins with its creation, and only then is created': ofEachCase((events) =>
    unless(events.map(typeOf).lastIndexOf('CASE.CREATED') === 0, events.map(typeOf).join()),
  ),

  'nothing follows the deletion of a case but, in that reading, the deletions of its items, at once and all': (
    all,
    { dialect },
  ) =>
    grouped(all, caseIdOf).flatMap((events) => {
      const end = events.map(typeOf).indexOf('CASE.DELETED');
      if (end < 0) return [];
      const after = events.slice(end + 1);
      if (dialect.deleteCascade !== 'one deletion per item') return unless(after.length === 0, 'more');
      const first = all.indexOf(events[end]);
      const atOnce = after.every((event, place) => all[first + 1 + place] === event);
      const deletions = after.every((event) => typeOf(event) === 'RELATED_ITEM.DELETED');
      const alive = new Set<string>();
      for (const event of events.slice(0, end)) {
        const id = event.detail.relatedItem?.relatedItemId;
        if (id !== undefined && typeOf(event) === 'RELATED_ITEM.DELETED') alive.delete(id);
        else if (id !== undefined) alive.add(id);
      }
      const gone = after.map(({ detail }) => detail.relatedItem.relatedItemId);
      return unless(
        atOnce && deletions && gone.length === alive.size && gone.every((id) => alive.has(id)),
        `${gone} of ${[...alive]}`,
      );
    }),

  'the template and the creation time of a case stay': ofCaseEvents((events) => {
    const whole = events.filter(({ detail }) => detail.case.templateId !== undefined);
    return [
      ...unless(isOne(whole.map(({ detail }) => detail.case.templateId)), 'another template'),
      ...unless(isOne(whole.map(({ detail }) => detail.case.createdDateTime)), 'another creation time'),
      ...unless(
        nanoseconds(events[0].detail.case.createdDateTime) === changedAt(events[0]),
        'created at another time than it says',
      ),
    ];
  }),

  'a creation names what the sample names, or every field that has a value, as the dialect says': ofCaseEvents(
    ([{ detail }], { dialect }) => {
      if (dialect.changedFieldIds === 'absent') return unless(detail.changedFieldIds === undefined, 'present');
      const every = dialect.changedFieldIdsOnCreation === 'every field with a value';
      const named = new Set(['status', 'last_updated_datetime', ...Object.keys((every && detail.case.fields) || {})]);
      return unless(sameSet(detail.changedFieldIds, [...named]), detail.changedFieldIds.join());
    },
  ),

  'an update names exactly the shown fields that differ, and last_updated_datetime': ofCaseEvents(
    (events, { domain, dialect }) => {
      if (dialect.changedFieldIdsOnUpdate === 'absent') return namedInUpdates(events);
      const shown = new Set(listIncludedFields(domain).map(({ id }) => id));
      return pairs(events).flatMap(([before, { detail }]) => {
        if (detail.eventType !== 'CASE.UPDATED') return [];
        const named: string[] = detail.changedFieldIds;
        const differing = differingFields(before.detail.case.fields, detail.case.fields);
        // A domain may show a field that it lacked before; two changes at one time have one last update.
        const visible = named.filter(
          (id) => differing.includes(id) || (shown.has(id) && id !== 'last_updated_datetime'),
        );
        return [
          ...unless(sameSet(visible, differing), `${visible} named, ${differing} differ`),
          ...unless(named.includes('last_updated_datetime') && named.length > 1, `only ${named}`),
          ...unless(new Set(named).size === named.length, `twice in ${named}`),
        ];
      });
    },
  ),

  'a cleared field is named, and is absent or written as empty, as the dialect says': ofCaseEvents(
    (events, { dialect }) =>
      pairs(events).flatMap(([before, { detail }]) => {
        if (detail.eventType !== 'CASE.UPDATED') return [];
        const fields = detail.case.fields ?? {};
        const values = valuesOf(fields);
        const gone = Object.keys(valuesOf(before.detail.case.fields)).filter((id) => !Object.hasOwn(values, id));
        const written = Object.keys(fields).filter((id) => fields[id].value.emptyValue !== undefined);
        return unless(
          sameSet(written, dialect.clearedField === 'emptyValue' ? gone : []) &&
            (dialect.changedFieldIdsOnUpdate === 'absent' || gone.every((id) => detail.changedFieldIds.includes(id))),
          `${gone} cleared, ${written} written`,
        );
      }),
  ),

  'a deletion tells of the case as it was': ofCaseEvents((events, { dialect }) =>
    pairs(events).flatMap(([before, { detail }]) => {
      if (detail.eventType !== 'CASE.DELETED') return [];
      if (dialect.deletedCase === 'caseId only')
        return unless(isOne([Object.keys(detail.case).at(0), 'caseId']), 'more');
      const differing = differingFields(before.detail.case.fields, detail.case.fields);
      return unless(
        differing.every((id) => FOLLOWING_DELETION.includes(id) && detail.changedFieldIds?.includes(id) !== false),
        differing.join(),
      );
    }),
  ),

  'a case is open, closed, open again': ofCaseEvents((events, { dialect }) => {
    if (dialect.changedFieldIdsOnUpdate === 'absent') return namedInUpdates(events);
    let closed = false;
    return events.slice(1).flatMap(({ detail }) => {
      const named: string[] = detail.eventType === 'CASE.UPDATED' ? detail.changedFieldIds : [];
      const closes = named.includes('last_closed_datetime');
      const reopens = named.includes('last_reopened_datetime');
      const status = detail.case.fields?.status?.value.stringValue;
      const wrong = [
        ...unless(!(closes && closed) && !(reopens && !closed) && !(closes && reopens), 'out of turn'),
        ...unless(!(closes || reopens) || named.includes('status'), 'status is not named'),
      ];
      closed = closes || (closed && !reopens);
      return [...wrong, ...unless(status === undefined || (status === 'closed') === closed, `${status}, ${closed}`)];
    });
  }),

  'a field that repeats what the event says repeats it': ofCaseEvents((events) =>
    events.flatMap(({ detail }) => {
      const { case_id, last_closed_datetime, last_updated_datetime } = detail.case.fields ?? {};
      const closedNow = detail.changedFieldIds?.includes('last_closed_datetime') ? last_closed_datetime : undefined;
      return [
        ...unless(case_id === undefined || case_id.value.stringValue === detail.case.caseId, 'another case_id'),
        ...[last_updated_datetime, closedNow].flatMap((field) => {
          const text = field?.value?.stringValue;
          return unless(
            text === undefined || Math.abs(Date.parse(text) - Date.parse(detail.approximateChangeTime)) < 1000,
            `${text} in a change of ${detail.approximateChangeTime}`,
          );
        }),
      ];
    }),
  ),

  'a related item is created first, deleted last, and stays what it is': ofEachItem((events) => {
    const types = events.map(typeOf);
    const items = events.map(({ detail }) => detail.relatedItem);
    return [
      ...unless(types.lastIndexOf('RELATED_ITEM.CREATED') === 0, types.join()),
      ...unless([-1, types.length - 1].includes(types.indexOf('RELATED_ITEM.DELETED')), types.join()),
      ...unless(isOne(items.map(({ relatedItemType }) => relatedItemType)), 'another type'),
      ...unless(
        isOne(items.map(({ createdDateTime }) => createdDateTime).filter((time) => time !== undefined)),
        'another creation time',
      ),
      ...unless(isOne(items.map(({ caseId }) => caseId)), 'another case'),
    ];
  }),

  'only the item types that the dialect says are updated': ofEachItem((events, { dialect }) =>
    dialect.updatedItemTypes === 'all' || !events.map(typeOf).includes('RELATED_ITEM.UPDATED')
      ? []
      : unless(
          updatableItemTypes.some(
            (type) => type.toLowerCase() === events[0].detail.relatedItem.relatedItemType.toLowerCase(),
          ),
          events[0].detail.relatedItem.relatedItemType,
        ),
  ),

  'a deleted item has its type and its ids only, where the dialect says so': ofEachItem((events, { dialect }) => {
    const deleted = events.filter((event) => typeOf(event) === 'RELATED_ITEM.DELETED');
    const members = deleted.flatMap(({ detail }) => Object.keys(detail.relatedItem));
    const less = !members.includes('createdDateTime');
    return unless(deleted.length === 0 || less === (dialect.deletedItem === 'type and ids only'), members.join());
  }),

  'the content of an item differs where changedAttributes says so, and nowhere else': ofEachItem(
    (events, { domain, dialect }) =>
      pairs(events).flatMap(([before, after]) => {
        const [old, now] = [contentOf(before), contentOf(after)];
        if (!domain.includedData.relatedItemContent) return unless(now === undefined, 'content');
        if (after.detail.relatedItem.createdDateTime === undefined) return unless(now === undefined, 'content');
        const members = [...new Set([...Object.keys(old), ...Object.keys(now)])];
        const differing = members.filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]));
        if (typeOf(after) === 'RELATED_ITEM.DELETED') {
          // The status of an SLA changes by itself.
          const statuses = [old, now].map(({ slaConfiguration: sla }) => String(sla?.status).toLowerCase());
          return unless(differing.length === 0 || statuses.join() === 'active,overdue', differing.join());
        }
        if (dialect.anyChangedAttributes === 'absent')
          return unless(after.detail.changedAttributes === undefined, 'named');
        const named = after.detail.changedAttributes.map((name: string) =>
          name.split('.')[1]?.replace('commentText', 'body'),
        );
        return unless(sameSet(differing, named), `${named} named, ${differing} differ`);
      }),
  ),

  'what an item tells of times agrees with when it changed': ofEachItem((events) =>
    events.flatMap((event) => {
      const { connectedToSystemTime, slaConfiguration: sla } = contentOf(event) ?? {};
      const { createdDateTime } = event.detail.relatedItem;
      // Contents have milliseconds in every dialect.
      const latest = changedAt(event) + 1_000_000_000n;
      return [
        ...[connectedToSystemTime, sla?.completionTime, createdDateTime].flatMap((text) =>
          unless(text === undefined || nanoseconds(text) < latest, `${text} is to come`),
        ),
        ...unless(
          sla === undefined || createdDateTime === undefined || sla.targetTime > createdDateTime,
          `a target of ${sla?.targetTime}`,
        ),
        ...unless(
          sla === undefined || /Met$/.test(sla.status) === (sla.completionTime !== undefined),
          `${sla?.status}, and when`,
        ),
      ];
    }),
  ),

  'nobody sees what the domain does not include': (events, { domain }) => {
    const { fields, relatedItemContent } = domain.includedData;
    return events.flatMap(({ detail }) => [
      ...unless(fields.length > 0 || detail.case?.fields === undefined, 'fields'),
      ...unless(
        relatedItemContent || detail.relatedItem === undefined || contentOf({ detail }) === undefined,
        'content',
      ),
    ]);
  },

  'a few people and systems, and the one of the sample, do it all': (events, { dialect }) => {
    const performers = events.map(({ detail }) => detail.performedBy).filter((performer) => performer !== undefined);
    const cast = new Set(performers.map(({ user, iamPrincipalArn }) => JSON.stringify([user, iamPrincipalArn])));
    return [
      ...unless(cast.size <= 5, `${cast.size} of them`),
      ...unless((dialect.performedBy === 'absent') === (performers.length === 0), 'performedBy'),
    ];
  },

  'who is shown to have changed a case last has done it': ofCaseEvents((events) =>
    events.flatMap(({ detail }) => {
      const member = detail.case.fields?.last_updated_user?.value;
      const arn = detail.performedBy?.user?.userArn;
      if (member === undefined || arn === undefined) return [];
      return unless((member.userArnValue ?? member.stringValue) === arn, `${arn} did`);
    }),
  ),
};

/** Updates that do not list their changes. */
function namedInUpdates(events: readonly Any[]): string[] {
  return events.flatMap(({ detail }) =>
    unless(detail.eventType !== 'CASE.UPDATED' || detail.changedFieldIds === undefined, 'an update says what changed'),
  );
}

/** What a deletion changes of the case itself. */
const FOLLOWING_DELETION = ['last_updated_datetime', 'last_updated_user', 'next_sla_breach_datetime'];

/** The value under the content key; `undefined` if there is none. */
function contentOf({ detail }: Any): Any {
  const known = ['relatedItemType', 'relatedItemId', 'caseId', 'createdDateTime', 'newProperty'];
  return Object.entries(detail.relatedItem).find(([key]) => !known.includes(key))?.[1];
}

/** The fields with a value: an event may also write out a cleared one. */
function valuesOf(fields: Any = {}): Any {
  return Object.fromEntries(Object.entries(fields).filter(([, field]: Any) => field.value.emptyValue === undefined));
}

/** The ids of the fields that differ between two maps. */
function differingFields(before: Any, after: Any): string[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const ids = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const textOf = (fields: Any, id: string): string => (Object.hasOwn(fields, id) ? JSON.stringify(fields[id]) : '');
  return ids.filter((id) => textOf(old, id) !== textOf(now, id));
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}
