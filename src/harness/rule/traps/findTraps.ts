import type { Domain } from '../../../../model/domain/domain.ts';
import { explainArnPart, explainArnStart, explainNoArn, explainOtherDomain } from './arnTraps.ts';
import { explainFieldKey, explainFieldValue } from './fieldTraps.ts';
import { explainUnknownName } from './nameTraps.ts';
import { explainContentNotIncluded, explainObject } from './placeTraps.ts';
import type { FoundTrap, RefusedLeaf, Trap } from './trap.ts';
import {
  explainEarlierName,
  explainMisplacedValue,
  explainNull,
  explainOtherHome,
  explainPrefix,
  explainStar,
  explainUnknownValue,
} from './valueTraps.ts';

const traps: readonly Trap[] = [
  explainObject,
  explainPrefix,
  explainContentNotIncluded,
  explainFieldKey,
  explainFieldValue,
  explainUnknownName,
  explainUnknownValue,
  explainMisplacedValue,
  explainNull,
  explainOtherHome,
  explainEarlierName,
  explainOtherDomain,
  explainArnPart,
  explainStar,
  explainArnStart,
  explainNoArn,
];

/** The known traps that a leaf falls into. */
export function findTraps(leaf: RefusedLeaf, event: object, domain: Domain): readonly FoundTrap[] {
  return traps.flatMap((trap) => trap(leaf, event, domain) ?? []);
}
