import { findNearest } from '../../../model/values/invalidArgument.ts';
import type { MisspeltProperty } from '../model/infrastructure.ts';
import { isList, isObject, type Resolved } from '../values/resolved.ts';
import { type PropertyNames, propertyNames } from './propertyNames.ts';
import type { Resources } from './resources.ts';

/** The most letters that a misspelt name has more or less. */
const MOST_LETTERS = 2;

/** Properties that no resource of their type has, and that resemble one. A name that AWS adds seldom does. */
export function listMisspelt(resources: Resources): readonly MisspeltProperty[] {
  return resources.listAll().flatMap(({ id, type, properties }) => {
    const names = propertyNames[type];
    return names === undefined ? [] : search(properties, names, id).map((one) => ({ on: id, ...one }));
  });
}

function search(value: Resolved, names: PropertyNames, where: string): readonly Omit<MisspeltProperty, 'on'>[] {
  if (isList(value)) return value.flatMap((item, index) => search(item, names, `${where}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const inner = Object.hasOwn(names, name) ? names[name] : undefined;
    const place = `${where}.${name}`;
    if (inner !== undefined) return inner === true ? [] : search(member, inner, place);
    const near = findNearest(name, Object.keys(names));
    const isClose = near !== undefined && Math.abs(near.length - name.length) <= MOST_LETTERS;
    return isClose ? [{ where: place, name, near }] : [];
  });
}
