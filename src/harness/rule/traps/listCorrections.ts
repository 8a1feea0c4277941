import type { Domain } from '../../../../model/domain/domain.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import type { Place } from '../../../../model/rule/json/jsonNode.ts';
import { findTraps } from './findTraps.ts';
import type { Correction } from './trap.ts';

/** The edits that mend the mistakes of a leaf, as its traps know them. */
export function listCorrections({ leaf, received }: UnmetLeaf, event: object, domain: Domain): readonly PatternEdit[] {
  const found = findTraps({ path: leaf.path, condition: leaf.text, received }, event, domain);
  return found.flatMap(({ correction }) => (correction === undefined ? [] : toEdit(correction, leaf.place)));
}

function toEdit({ from, to, conditions }: Correction, leaf: Place): readonly PatternEdit[] {
  const shared = from.findIndex((name, index) => name !== to[index]);
  const common = shared < 0 ? from.length : shared;
  const [move, base] = [from.length, Math.min(common, to.length)].map((length) => findPlace(leaf, length));
  if (move === undefined || base === undefined) return [];
  if (from.join('.') === to.join('.')) return conditions === undefined ? [] : [{ write: move, conditions }];
  return [{ move, to: [...base, ...to.slice(Math.min(common, to.length))], ...(conditions && { conditions }) }];
}

/** The longest part of a leaf's place that stands for so many names of its path; undefined if a dotted name is split. */
function findPlace(leaf: Place, length: number): Place | undefined {
  const count = (place: Place): number =>
    place.reduce<number>(
      (names, key) => names + (key === '$or' || typeof key === 'number' ? 0 : key.split('.').length),
      0,
    );
  const places = leaf.map((_, index) => leaf.slice(0, index + 1)).filter((place) => count(place) === length);
  return places.at(-1) ?? (length === 0 ? [] : undefined);
}
