import { listIncludedFields } from '../../../../model/domain/domain.ts';
import { contentKeys } from '../../../../model/facts/relatedItemTypes.ts';
import { type EventPath, formatPath, valueAt } from '../../../../model/values/eventPath.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import { formValuePath, parseFieldPlace } from './fieldPlace.ts';
import type { Trap } from './trap.ts';

/** An object of an event: no condition ever matches it. */
export const explainObject: Trap = ({ path }, event, domain) => {
  const value = valueAt(event, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isField(path, domain)) return undefined;
  const [member] = Object.entries(value).find(([, inner]) => typeof inner !== 'object') ?? [];
  // A filter that asks for the text around the event.
  if (path.length === 0) return { because: PARSED };
  const place = path.join('.');
  const because = `${place} is an object, and no condition ever matches an object`;
  if (member === undefined) return { because: `${because}.` };
  return {
    because: `${because}, only a value in it, such as ${place}.${member}.`,
    correction: { from: path, to: [...path, member] },
  };
};

const PARSED =
  'A filter sees the event as an object, because its JSON is parsed before, and no condition ever matches an object. Write the conditions within it, such as { "detail": { "eventType": … } }.';

function isField(path: EventPath, domain: Parameters<Trap>[2]): boolean {
  return parseFieldPlace(path, domain) !== undefined;
}

/** Content of a related item, in a domain whose events have none. */
export const explainContentNotIncluded: Trap = ({ path }, _, { includedData }) => {
  const [, item, key = ''] = path;
  if (includedData.relatedItemContent || item !== 'relatedItem') return undefined;
  if (!(Object.values(contentKeys) as readonly string[]).includes(key)) return undefined;
  return {
    because: 'The domain does not include the content of related items.',
    todo: `Set includedData.relatedItemContent (and the event configuration in AWS), or leave ${key} out of the pattern.`,
    growth:
      'domain.includedData.relatedItemContent: write true (and set includeContent in the event configuration in AWS)',
  };
};

/** Places that the sample of an event may lack. */
const optional: readonly string[] = [
  ...['changedFieldIds', 'changedAttributes', 'performedBy', 'performedBy.user', 'case.fields', 'relatedItem'],
  ...['performedBy.user.userArn', 'performedBy.user.customEntity'],
  ...Object.values(contentKeys).map((key) => `relatedItem.${key}`),
].map((path) => `detail.${path}`);

/** A name that no event has at its place: it is misspelt, stands elsewhere, or wraps the pattern. */
export const explainUnknownName: Trap = ({ path }, event, domain) => {
  const depth = path.findIndex((_, index) => valueAt(event, path.slice(0, index + 1)) === undefined);
  const around = path.slice(0, Math.max(0, depth));
  const whole = valueAt(event, around);
  if (depth < 0 || typeof whole !== 'object' || Array.isArray(whole) || isField(path, domain)) return undefined;
  const name = path[depth] as string;
  const from = path.slice(0, depth + 1);
  const rest = path.slice(depth + 1);
  const where = around.length === 0 ? 'at their top' : `in ${formatPath(around)}`;
  const unknown = `Events have no ${JSON.stringify(name)} ${where}`;
  const wrapped = rest.length > 0 && valueAt(event, [...around, ...rest]) !== undefined;
  if (wrapped && around.length === 0) {
    return { because: `${unknown}: give the event pattern itself.`, correction: { from, to: around } };
  }
  if (optional.includes(from.join('.'))) return undefined;
  const found = [...around, findSimilar(name, whole as object, rest.length > 0) ?? name];
  const fields = listIncludedFields(domain).filter((one) => rest.length === 0 && [one.id, one.name].includes(name));
  // A field whose level of fields is missing: the whole leaf moves.
  const lost = rest[0] === 'value' && listIncludedFields(domain).find(({ id, name: own }) => [id, own].includes(name));
  if (lost && around.at(-1) !== 'fields') {
    const to = formValuePath(lost);
    return { because: `${unknown}. It is in ${formatPath(to)}.`, correction: { from: path, to } };
  }
  const objects = listObjects(event, []).filter((place) => valueAt(event, [...place, name, ...rest]) !== undefined);
  const [to = found] = [...fields.map((field) => formValuePath(field)), ...objects.map((place) => [...place, name])];
  if (to !== found) return { because: `${unknown}. It is in ${formatPath(to)}.`, correction: { from, to } };
  if (found.at(-1) !== name) return { because: `${unknown}. Did you mean ${found.at(-1)}?`, correction: { from, to } };
  return around.length === 0 ? { because: `${unknown}: give the event pattern itself.` } : undefined;
};

/** The member of an object that a name may mean: one that differs in few letters, in case or in signs. */
function findSimilar(name: string, whole: object, isObject: boolean): string | undefined {
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
