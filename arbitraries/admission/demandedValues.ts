import { listCustomFields, listIncludedFields } from '../../model/domain/domain.ts';
import { contentPaths } from '../../model/event/contentPaths.ts';
import { getFieldMember } from '../../model/event/dialect.ts';
import { findArnForm } from '../../model/event/findArnForm.ts';
import type { Leaf } from '../../model/rule/compile/leaf.ts';
import type { Scalar } from '../../model/rule/operators/condition.ts';
import { valueAt } from '../../model/values/eventPath.ts';
import { isInstant } from '../../model/values/time/instants.ts';
import type { EventKind } from '../variations/eventKind.ts';
import type { DemandedValues } from './demandingKind.ts';
import { fillText, weaveText } from './weaveText.ts';

/**
 * Values that may make a leaf hold in the events of a kind, by the paths of overrides, the likeliest first. Not all of
 * them do.
 * @param event an event of the kind, which the values stay close to
 */
export function* listDemandedValues(kind: EventKind, leaf: Leaf, event: object): Iterable<DemandedValues> {
  const place = leaf.path.join('.');
  const own = readScalar(event, leaf.path);
  const hasInstants = /(^t|T)ime$/.test(place) || isInstantText(own);
  const listed = listValues(leaf, own, hasInstants ? instants : []);
  const values = hasInstants ? putInstantsFirst(listed) : listed;
  if (place === 'resources') yield* values.flatMap(toIds);
  if (place.startsWith(ITEM_FIELDS)) yield* listItemFields(kind, place.slice(ITEM_FIELDS.length), values);
  const list = LISTS[place];
  const target = /^(.*\.targetFieldValues)\.(\w+)$/.exec(place);
  for (const value of values) {
    if (list !== undefined) yield { [list]: [...readList(event, leaf.path), value] };
    else if (target !== null) yield { [toOverridePath(target[1] as string)]: [{ [target[2] as string]: value }] };
    else yield { [findFieldPath(kind, place) ?? toOverridePath(place)]: value };
  }
  if (leaf.takesAbsence) yield* listRemovals(place);
}

/**
 * The text of an event, with what the conditions of a leaf ask for around it: `Refund` before an odd text. An ARN and an
 * instant stay such, with the parts that the conditions ask for. None if the leaf leaves nothing of a text open.
 * @param event an event with a text of its own at the place
 */
export function* listFilledValues(kind: EventKind, leaf: Leaf, event: object): Iterable<DemandedValues> {
  const place = leaf.path.join('.');
  const own = readScalar(event, leaf.path);
  const path = findFieldPath(kind, place) ?? toOverridePath(place);
  if (typeof own !== 'string' || own === '' || place === 'resources') return;
  const isWoven = isInstantText(own) || findArnForm(path, kind.domain) !== undefined;
  for (const { pieces, admits } of leaf.conditions.slice(0, MOST_CONDITIONS)) {
    if (pieces === undefined) continue;
    if (isWoven) {
      // The end of an instant may ask for no fraction.
      const woven = [own, own.replace(/\.\d+Z$/, 'Z')].map((frame) => weaveText(pieces, frame));
      const fitting = woven.find((text) => admits(text) && isInstantText(text) === isInstantText(own));
      if (fitting !== undefined) yield { [path]: fitting };
      continue;
    }
    // A text as long as before, such as the longest, stays as long.
    const cut = [...own].slice(0, Math.max(0, [...own].length - [...pieces.join('')].length)).join('');
    const filled = [own, cut].map((rest) => fillText(pieces, rest));
    for (const text of new Set(filled)) if (admits(text)) yield { [path]: text };
  }
}

/** Members of events that are lists of texts, and their paths in overrides. */
const LISTS: Readonly<Record<string, string>> = {
  'detail.changedFieldIds': 'changedFieldIds',
  'detail.changedAttributes': 'changedAttributes',
};

const ITEM_FIELDS = 'detail.relatedItem.custom.fields.';

/**
 * The examples of the conditions: of numbers the closest to the event's own first, and for texts also the event's own one
 * with an example at its start or end.
 * @param others other texts that may stand around an example
 */
function listValues({ conditions }: Leaf, own: unknown, others: readonly string[]): Scalar[] {
  const examples = conditions.slice(0, MOST_CONDITIONS).flatMap((condition) => condition.examples);
  const texts = examples.filter((example) => typeof example === 'string');
  const frames = typeof own === 'string' ? [own, ...others] : others;
  const woven = frames.flatMap((frame) => conditions.flatMap(({ pieces }) => (pieces ? weaveText(pieces, frame) : [])));
  const blends = frames.flatMap((frame) => texts.flatMap((text) => blend(frame, text)));
  const admitted = [...examples, ...(own === undefined ? [] : [own as Scalar]), ...woven, ...blends].filter((value) =>
    conditions.some((condition) => condition.admits(value)),
  );
  const distance = (value: Scalar): number =>
    typeof value === 'number' && typeof own === 'number' ? Math.abs(value - own) : 0;
  return [...new Set(admitted)].toSorted((one, other) => distance(one) - distance(other));
}

/** Around any part of an instant the rest of one of these makes an instant that exists. */
const instants: readonly string[] = [
  ...['2022-01-01T00:00:00.000Z', '2022-10-10T10:10:10.100Z', '2022-01-01T00:00:00Z', '2022-10-10T10:10:10Z'],
];

function isInstantText(value: unknown): boolean {
  return typeof value === 'string' && isInstant(value);
}

/** A field for times has instants where it can: AWS's pages show no other text there. */
function putInstantsFirst(values: readonly Scalar[]): readonly Scalar[] {
  return [...values.filter(isInstantText), ...values.filter((value) => !isInstantText(value))];
}

/** The conditions whose examples are tried: one of them suffices. */
const MOST_CONDITIONS = 8;

function blend(own: string, text: string): string[] {
  const { length } = text;
  return [
    ...[`${text}${own.slice(length)}`, `${own.slice(0, Math.max(0, own.length - length))}${text}`],
    ...[`${text}${own}`, `${own}${text}`],
  ];
}

function* listRemovals(place: string): Iterable<DemandedValues> {
  const path = toOverridePath(place);
  if (path.startsWith('performedBy.user')) yield { 'performedBy.user': undefined };
  const [, field] = /^case\.fields\.(.+?)(?:\.value\.\w+)?$/.exec(path) ?? [];
  if (field !== undefined) yield { [`case.fields.${field}`]: undefined };
  if (path.startsWith('case.fields')) yield { 'case.fields': undefined };
  for (const [content] of Object.values(contentPaths)) if (path.startsWith(content)) yield { [content]: undefined };
  yield { [path]: undefined };
}

/** The ids in the ARN of a case or a related item, or in a part of it. An id may have slashes, too. */
function toIds(text: Scalar): DemandedValues[] {
  const [arn = '', relatedItemId] = String(text).split('/related-item/');
  const [, afterCase] = /(?:^|\/)case\/(.*)$/s.exec(arn) ?? [];
  const caseIds = [...new Set([afterCase ?? arn, arn.split('/').at(-1) as string])];
  return caseIds
    .filter(isId)
    .map((caseId) =>
      relatedItemId === undefined
        ? { 'case.caseId': caseId }
        : { 'relatedItem.caseId': caseId, 'relatedItem.relatedItemId': relatedItemId },
    );
}

/** Whether a text can end an ARN: no page of AWS shows an id with other signs. */
function isId(text: string): boolean {
  return /^[\w/.~+=@-]+$/.test(text);
}

/** Fields of a Custom item: the list of one field that has the value, or the id. */
function* listItemFields(kind: EventKind, place: string, values: readonly Scalar[]): Iterable<DemandedValues> {
  const fields = listCustomFields(kind.domain);
  const set = (name: string, value: unknown): DemandedValues => ({ 'relatedItem.custom.fields': { [name]: value } });
  for (const value of values) {
    for (const { id, name, type } of fields) {
      const member = `value.${getFieldMember(type, kind.dialect)}`;
      if (place === member || place === `${id}.${member}`) yield set(name, value);
    }
  }
}

/** The override path of a field's value; undefined for other places, and for another member than the field's own. */
function findFieldPath({ domain, dialect }: EventKind, place: string): string | undefined {
  const field = listIncludedFields(domain).find(
    ({ id, type }) => place === `detail.case.fields.${id}.value.${getFieldMember(type, dialect)}`,
  );
  return field && `case.fields.${field.name}`;
}

function toOverridePath(place: string): string {
  return place.startsWith('detail.') ? place.slice('detail.'.length) : `$.${place}`;
}

function readScalar(event: object, path: Leaf['path']): unknown {
  const value = valueAt(event, path);
  return typeof value === 'object' ? undefined : value;
}

function readList(event: object, path: Leaf['path']): readonly unknown[] {
  const value = valueAt(event, path);
  return Array.isArray(value) ? value : [];
}
