import { findNearest } from '../../../model/values/invalidArgument.ts';
import type { MisspeltName } from '../model/infrastructure.ts';
import { isList, isObject, type Resolved } from '../values/resolved.ts';
import { memberNames, type PropertyNames, propertyNames, samEvents, types } from './propertyNames.ts';
import type { Resource, Resources } from './resources.ts';

/** The most letters that a misspelt name has more or less. */
const MOST_LETTERS = 2;

/** Names that no resource of their type has, and that resemble one. A name that AWS adds seldom does. */
export function listMisspelt(resources: Resources): readonly MisspeltName[] {
  return resources.listAll().flatMap(listOfResource);
}

function listOfResource({ id, type, properties, members, events }: Resource): readonly MisspeltName[] {
  const names = propertyNames[type];
  const inProperties = names === undefined ? [] : search(properties, names, id);
  const inEvents = events.flatMap(({ name, type: kind, properties: own }) => {
    const known = samEvents[kind];
    return known === undefined
      ? listWrongType(kind, Object.keys(samEvents), `${id}.Events.${name}.Type`)
      : search(own, known, `${id}.Events.${name}`);
  });
  return [
    ...listWrongType(type, types, `${id}.Type`),
    ...(types.includes(type) ? search(members, memberNames, id) : []),
    ...inProperties,
    ...inEvents,
  ].map((one) => ({ on: id, ...one }));
}

type Misspelt = Omit<MisspeltName, 'on'>;

function search(value: Resolved, names: PropertyNames, where: string): readonly Misspelt[] {
  if (isList(value)) return value.flatMap((item, index) => search(item, names, `${where}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = Object.hasOwn(names, name) ? names[name] : undefined;
    const place = `${where}.${name}`;
    if (inner !== undefined) return inner === true ? [] : search(member, inner, place);
    const near = findClose(name, Object.keys(names));
    return near === undefined ? [] : [{ where: place, fault: `has no property ${name}`, near }];
  });
}

function listWrongType(type: string, known: readonly string[], where: string): readonly Misspelt[] {
  const near = known.includes(type) ? undefined : findNearest(type, known, MOST_LETTERS);
  return near === undefined ? [] : [{ where, fault: `has the type ${type}, which is not known`, near }];
}

/** The least letters of a name that is a part of another, such as `Pattern` of `EventPattern`. */
const LEAST_PART = 6;

function findClose(name: string, known: readonly string[]): string | undefined {
  const near = findNearest(name, known);
  if (near !== undefined && Math.abs(near.length - name.length) <= MOST_LETTERS) return near;
  return known.find((one) => one.length >= LEAST_PART && name.endsWith(one));
}
