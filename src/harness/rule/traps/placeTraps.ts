import { contentKeys } from '../../../../model/facts/relatedItemTypes.ts';
import { type EventPath, formatPath, valueAt } from '../../../../model/values/eventPath.ts';
import { findNearest } from '../../../../model/values/invalidArgument.ts';
import { parseFieldPlace } from './fieldPlace.ts';
import type { FoundTrap, Trap } from './trap.ts';

/** An object of an event: no condition ever matches it. */
export const explainObject: Trap = ({ path }, event, domain) => {
  const value = valueAt(event, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isField(path, domain)) return undefined;
  const [member] = Object.entries(value).find(([, inner]) => typeof inner !== 'object') ?? [];
  const place = path.join('.');
  const because = `${place} is an object, and no condition ever matches an object`;
  if (member === undefined) return { because: `${because}.` };
  return {
    because: `${because}, only a value in it, such as ${place}.${member}.`,
    correction: { from: path, to: [...path, member] },
  };
};

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

/** Members that the sample of an event may lack. */
const optional: readonly string[] = [
  ...['changedFieldIds', 'changedAttributes', 'performedBy', 'user', 'userArn', 'customEntity', 'fields', 'case'],
  ...['relatedItem', ...Object.values(contentKeys)],
];

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
  if (optional.includes(name) && around.length > 0) return undefined;
  const similar = findSimilar(name, Object.keys(whole as object));
  if (similar !== undefined && (rest.length === 0 || typeof valueAt(whole, [similar]) === 'object')) {
    return { because: `${unknown}. Did you mean ${similar}?`, correction: { from, to: [...around, similar] } };
  }
  const elsewhere = listObjects(event, []).filter(
    (place) => valueAt(event, [...place, ...path.slice(depth)]) !== undefined,
  );
  return explainElsewhere(unknown, from, elsewhere) ?? explainTop(unknown, around);
};

/** The member of an object that a name may mean: one that differs in few letters, in case or in signs. */
function findSimilar(name: string, members: readonly string[]): string | undefined {
  const simplify = (word: string): string => word.toLowerCase().replaceAll(/[^a-z]/g, '');
  return members.find((member) => simplify(member) === simplify(name)) ?? findNearest(name, members);
}

function explainElsewhere(unknown: string, from: EventPath, places: readonly EventPath[]): FoundTrap | undefined {
  const [place] = places;
  if (place === undefined) return undefined;
  const to = [...place, from.at(-1) as string];
  return { because: `${unknown}. It is in ${formatPath(to)}.`, correction: { from, to } };
}

function explainTop(unknown: string, around: EventPath): FoundTrap | undefined {
  return around.length === 0 ? { because: `${unknown}: give the event pattern itself.` } : undefined;
}

/** The places of the objects of an event, outermost first; fields of a case have names of their own. */
function listObjects(value: unknown, place: EventPath): readonly EventPath[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || place.at(-1) === 'fields') return [];
  const inner = Object.entries(value).flatMap(([name, part]) => listObjects(part, [...place, name]));
  return [place, ...inner].toSorted((one, other) => one.length - other.length);
}
