import type { Domain } from '../../../../model/domain/domain.ts';
import { explainFieldKey, explainFieldValue } from './fieldTraps.ts';
import { explainContentNotIncluded, explainObject, explainUnknownName } from './placeTraps.ts';
import type { FoundTrap, RefusedLeaf, Trap } from './trap.ts';
import { explainNoArn, explainOtherDomain, explainPrefix, explainUnknownValue } from './valueTraps.ts';

const traps: readonly Trap[] = [
  explainObject,
  explainPrefix,
  explainContentNotIncluded,
  explainFieldKey,
  explainFieldValue,
  explainUnknownName,
  explainUnknownValue,
  explainOtherDomain,
  explainNoArn,
];

/** The known traps that a leaf falls into. */
export function findTraps(leaf: RefusedLeaf, event: object, domain: Domain): readonly FoundTrap[] {
  return traps.flatMap((trap) => trap(leaf, event, domain) ?? []);
}
