import { type Ignored, ignored } from '../../../../contracts/ignored.ts';
import { type Undelivered, undelivered } from '../../../../contracts/undelivered.ts';
import { type RelatedItemType, relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';

/** The paths that a handler reads; none if it ignores the events. */
export type Paths = readonly string[];

/** The row of an event type: a list for all its events, or for some item types and all others. */
export interface TypeRow {
  readonly members: ReadonlyMap<RelatedItemType, Paths>;
  readonly others: Paths;
}

/** A row as a table has it. */
export type TableValue = Paths | Ignored | Undelivered | { readonly [itemType: string]: Paths | Ignored };

/** A row as a table has it: item types with the same paths as all others need no member. */
export function toTableValue(row: TypeRow | 'undelivered'): TableValue {
  if (row === 'undelivered') return undelivered;
  const { members, others } = mergeMembers(row);
  if (members.size === 0) return toPaths(others);
  const named = relatedItemTypes.filter((type) => members.has(type));
  return {
    ...Object.fromEntries(named.map((type) => [type, toPaths(members.get(type) as Paths)])),
    otherwise: toPaths(others),
  };
}

/** Whether a row has no path. */
export function readsNothing({ members, others }: TypeRow): boolean {
  return [others, ...members.values()].every((paths) => paths.length === 0);
}

function mergeMembers({ members, others }: TypeRow): TypeRow {
  const own = [...members].filter(([, paths]) => !isSame(paths, others));
  return { members: new Map(own), others };
}

function toPaths(paths: Paths): Paths | Ignored {
  return paths.length === 0 ? ignored : paths;
}

/** Whether two rows name the same paths, in any order. */
function isSame(one: Paths, other: Paths): boolean {
  return one.length === other.length && one.every((path) => other.includes(path));
}
