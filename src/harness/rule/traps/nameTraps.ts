import { type Domain, type DomainField, listIncludedFields } from '../../../../model/domain/domain.ts';
import { fieldValueMembers } from '../../../../model/facts/fieldTypes.ts';
import { openQuestions } from '../../../../model/facts/openQuestions.ts';
import { contentKeys } from '../../../../model/facts/relatedItemTypes.ts';
import { type EventPath, formatPath, valueAt } from '../../../../model/values/eventPath.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import { formValuePath, isDetailAmongFields, parseFieldPlace } from './fieldPlace.ts';
import { findKnownValues } from './knownValues.ts';
import { mendConditions, replaceDead } from './mendConditions.ts';
import { findPlaceByValue } from './placeByValue.ts';
import type { Correction, FoundTrap, RefusedLeaf, Trap } from './trap.ts';

/** Places that the sample of an event may lack. */
const optional: readonly string[] = [
  ...['changedFieldIds', 'changedAttributes', 'performedBy', 'performedBy.user', 'case.fields', 'relatedItem'],
  ...['performedBy.user.userArn', 'performedBy.user.customEntity'],
  ...Object.values(contentKeys).map((key) => `relatedItem.${key}`),
].map((path) => `detail.${path}`);

/** A name that no event has at its place: it is misspelt, stands elsewhere, or wraps the pattern. */
export const explainUnknownName: Trap = (leaf, event, domain) => {
  const { path } = leaf;
  const depth = path.findIndex((_, index) => valueAt(event, path.slice(0, index + 1)) === undefined);
  const around = path.slice(0, Math.max(0, depth));
  const whole = valueAt(event, around);
  if (depth < 0 || typeof whole !== 'object' || whole === null || Array.isArray(whole)) return undefined;
  const from = path.slice(0, depth + 1);
  const place: UnknownPlace = { leaf, event, domain, around, whole, from, name: path[depth] as string };
  if (parseFieldPlace(path, domain) !== undefined)
    return isDetailAmongFields(leaf, event, domain) ? explainElsewhere(place) : undefined;
  return explainWrapped(place) ?? (optional.includes(from.join('.')) ? undefined : explainElsewhere(place));
};

/** A name without a value in an event, where it stands. */
interface UnknownPlace {
  readonly leaf: RefusedLeaf;
  readonly event: object;
  readonly domain: Domain;
  /** The path of the object without the name, and the object. */
  readonly around: EventPath;
  readonly whole: object;
  /** The path of the name. */
  readonly from: EventPath;
  readonly name: string;
}

/** A level too much: what lies in it belongs to the object around it. */
function explainWrapped({ leaf: { path }, event, around, from, name }: UnknownPlace): FoundTrap | undefined {
  const rest = path.slice(from.length);
  if (rest.length === 0 || valueAt(event, [...around, ...rest]) === undefined) return undefined;
  const what =
    around.length === 0 ? 'give the event pattern itself' : `what it holds is in ${formatPath(around)} itself`;
  return { because: `${sayUnknown(name, around)}: ${what}.`, correction: { from, to: around } };
}

function explainElsewhere(place: UnknownPlace): FoundTrap | undefined {
  const { leaf, domain, around, from, name } = place;
  const unknown = sayUnknown(name, around);
  const named = findNamed(place);
  const isInBranch = named !== undefined && around.length > 2 && around.every((key, at) => named[at] === key);
  const similar = findSimilar(place);
  const rest = leaf.path.slice(from.length);
  const fits = similar !== undefined && valueAt(place.event, [...around, similar, ...rest]) !== undefined;
  const lost = isInBranch || fits ? undefined : findLostField(place);
  if (lost !== undefined) return { because: `${unknown}. It is in ${formatPath(lost.to)}.`, correction: lost };
  const to = named ?? findAlias(from, domain) ?? [...around, similar ?? name];
  const target = [...to, ...rest];
  const byValue = findPlaceByValue(leaf, place.event, domain);
  if (byValue !== undefined && byValue.to.join('.') !== target.join('.')) {
    const { because, to: meant, conditions } = byValue;
    return { because: `${unknown}. ${because}`, correction: { from: leaf.path, to: meant, conditions } };
  }
  const correction = moveLeaf(leaf, { from, to }, domain);
  if (to.at(-1) !== name && to.length === from.length && to.slice(0, -1).join('.') === around.join('.'))
    return { because: `${unknown}. Did you mean ${to.at(-1)}?`, correction };
  if (to.join('.') !== from.join('.')) return { because: `${unknown}. It is in ${formatPath(to)}.`, correction };
  return around.length === 0 ? { because: `${unknown}: give the event pattern itself.` } : undefined;
}

function sayUnknown(name: string, around: EventPath): string {
  return `Events have no ${JSON.stringify(name)} ${around.length === 0 ? 'at their top' : `in ${formatPath(around)}`}`;
}

/** A leaf that moves asks for what its author may mean at the new place. */
function moveLeaf(leaf: RefusedLeaf, { from, to }: Correction, domain: Domain): Correction {
  if (from.length < leaf.path.length) return { from, to };
  const before = JSON.parse(leaf.condition) as unknown[];
  const conditions = replaceDead({ ...leaf, path: to }, before, domain);
  return conditions.length === 0 ? { from, to } : { from, to, conditions };
}

/** The correction of a leaf that names a field by its id or name, but not among the fields of a case. */
function findLostField({ leaf, around, domain, event }: UnknownPlace): Correction | undefined {
  const { path, condition } = leaf;
  if (valueAt(event, ['detail', 'case']) === undefined) return undefined;
  const known = new Map(
    listIncludedFields(domain).flatMap((field) => [[field.id, field] as const, [field.name, field]]),
  );
  const index = path.findIndex((name, at) => at >= around.length && known.has(name));
  const rest = path.slice(index + 1);
  const isValue = rest.every((name) => ['value', ...fieldValueMembers].includes(name));
  if (index < 0 || !isValue || around.at(-1) === 'fields') return undefined;
  const field = known.get(path[index] as string) as DomainField;
  const to = formValuePath(field);
  return {
    from: path,
    to,
    conditions: mendConditions(field, { path: to }, JSON.parse(condition) as unknown[], domain),
  };
}

/** The place of the same name in an event: within the object around it first, then the outermost. */
function findNamed({ leaf: { path }, event, around, from, name }: UnknownPlace): EventPath | undefined {
  const rest = path.slice(from.length);
  const isWithin = (place: EventPath): boolean => around.length > 2 && around.every((key, at) => place[at] === key);
  const [nearest] = listObjects(event, [])
    .filter((place) => valueAt(event, [...place, name, ...rest]) !== undefined)
    .toSorted((one, other) => Number(isWithin(other)) - Number(isWithin(one)));
  return nearest && [...nearest, name];
}

/** The place of a content under a name that `changedAttributes` has for it, or under the end of its name. */
function findAlias(from: EventPath, domain: Domain): EventPath | undefined {
  const [detail = '', item = '', ...rest] = from;
  if (item !== 'relatedItem' || rest.length < 2) return undefined;
  const known = findKnownValues({ path: ['detail', 'changedAttributes'] }, domain);
  const name = rest.join('.');
  const meant = known?.aliases.get(name) ?? name;
  const twins = Object.keys(openQuestions.changedAttributes.readings);
  const content = twins.includes(meant) ? twins.find((twin) => twin !== meant) : meant;
  return content === undefined || content === name ? undefined : [detail, item, ...content.split('.')];
}

/** The member of an object that a name may mean: one that differs in few letters, in case or in signs. */
function findSimilar({ name, whole, leaf: { path }, from }: UnknownPlace): string | undefined {
  const isObject = path.length > from.length;
  const simplify = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const members = Object.entries(whole).flatMap(([member, value]) =>
    isObject === (typeof value === 'object' && !Array.isArray(value)) ? [member] : [],
  );
  return members.find((member) => simplify(member) === simplify(name)) ?? findNearest(name, members);
}

/** The places of the objects of an event, outermost first; fields of a case have names of their own. */
function listObjects(value: unknown, place: EventPath): readonly EventPath[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || place.at(-1) === 'fields') return [];
  const inner = Object.entries(value).flatMap(([name, part]) => listObjects(part, [...place, name]));
  return [place, ...inner].toSorted((one, other) => one.length - other.length);
}
