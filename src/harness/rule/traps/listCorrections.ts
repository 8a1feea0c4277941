import type { Domain } from '../../../../model/domain/domain.ts';
import type { PatternEdit } from '../../../../model/rule/change/patternEdit.ts';
import type { UnmetLeaf } from '../../../../model/rule/change/suggestChange.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import type { Place } from '../../../../model/rule/json/jsonNode.ts';
import { findTraps } from './findTraps.ts';
import type { Correction } from './trap.ts';

/** The edits that mend the mistakes of a leaf, as its traps know them. */
export function listCorrections(
  { leaf, received, beside }: UnmetLeaf,
  event: object,
  domain: Domain,
): readonly PatternEdit[] {
  const found = findTraps({ path: leaf.path, condition: leaf.text, received, beside }, event, domain);
  return found.flatMap(({ correction }) => (correction === undefined ? [] : toEdit(correction, leaf)));
}

function toEdit(
  { from, to, conditions, isRemoved }: Correction,
  { path, place }: Pick<Leaf, 'path' | 'place'>,
): readonly PatternEdit[] {
  if (isRemoved) return [{ remove: place, isMeant: true }];
  const move = place.findIndex((_, index) => countNames(place.slice(0, index + 1)) === from.length);
  // A dotted name holds more than one: the whole leaf moves.
  if (move < 0)
    return toEdit(
      { from: path, to: [...to, ...path.slice(from.length)], ...(conditions && { conditions }) },
      { path, place },
    );
  const moved = place.slice(0, move + 1);
  if (from.join('.') === to.join('.')) return conditions === undefined ? [] : [{ write: moved, conditions }];
  const different = from.findIndex((name, index) => name !== to[index]);
  const common = different < 0 ? from.length : different;
  const bases = [[], ...place.map((_, index) => place.slice(0, index + 1))];
  const base = bases.findLast((candidate) => countNames(candidate) <= Math.min(common, to.length)) ?? [];
  return [{ move: moved, to: [...base, ...to.slice(countNames(base))], ...(conditions && { conditions }) }];
}

/** How many names of a path a place stands for: branches of `$or` stand for none, and a dotted key for several. */
function countNames(place: Place): number {
  return place.reduce<number>(
    (names, key) => names + (key === '$or' || typeof key === 'number' ? 0 : key.split('.').length),
    0,
  );
}
