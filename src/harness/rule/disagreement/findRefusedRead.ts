import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import type { Read } from '../../../../model/event/paths.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { getCombinations, type Rule } from '../../../../model/rule/rule.ts';
import { valueAt } from '../../../../model/values/eventPath.ts';
import type { Disagreement } from './disagreement.ts';
import { relaxRule } from './relaxRule.ts';

/** Whether a rule delivers no event that has a value which the row reads: a leaf on this value keeps all out. */
export function findRefusedRead(contract: Contract, rule: Rule): Disagreement | undefined {
  const leaves = rule.patterns.flatMap((pattern) => getCombinations(pattern).flat());
  for (const reads of groupReads(contract.reads)) {
    const concerns = (leaf: Leaf): boolean => reads.some(({ segments }) => overlap(leaf.path, segments));
    if (!leaves.some(concerns) || hasAny(contract, reads)) continue;
    const relaxed = contractSpace({ ...contract, rule: relaxRule(rule, concerns) });
    const events = relaxed.isEmpty ? [] : relaxed.schedule(reads).plannedEvents;
    const [planned] = events
      .filter((one) => !rule.matches(one.event()) && readsSome(one.event(), reads))
      .toSorted((one, other) => one.differences().length - other.differences().length);
    if (planned === undefined) continue;
    const paths = reads.map(({ path }) => path).join(' or ');
    return {
      planned,
      words: `delivers no event with ${paths}`,
      forAbsence: 'remove the leaf',
      otherwise: [`If the rule is right, leave ${paths} out of the row.`],
    };
  }
  return undefined;
}

const USER = ['detail', 'performedBy', 'user'];

/** Each path of a row alone, but those of the user together: an event has one form of user. */
function groupReads(reads: readonly Read[]): readonly (readonly Read[])[] {
  const ofUser = reads.filter(({ segments }) => startsWith(segments, USER));
  return [...reads.filter((read) => !ofUser.includes(read)).map((read) => [read]), ofUser];
}

/** Whether a leaf decides about a path: at it, above it, below it, or at the other form of a user. */
function overlap(leaf: readonly string[], segments: readonly string[]): boolean {
  if (startsWith(leaf, USER) && startsWith(segments, USER)) return true;
  return startsWith(leaf, segments) || startsWith(segments, leaf);
}

function startsWith(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((name, index) => path[index] === name);
}

function hasAny(contract: Contract, reads: readonly Read[]): boolean {
  const space = contractSpace(contract);
  const some = (planned: PlannedEvent): boolean => readsSome(planned.event(), reads);
  return space.samples().some(some) || space.schedule(reads).plannedEvents.some(some);
}

function readsSome(event: object, reads: readonly Read[]): boolean {
  return reads.some(({ segments }) => valueAt(event, segments) !== undefined);
}
