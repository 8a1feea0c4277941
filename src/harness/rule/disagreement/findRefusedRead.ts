import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { isConstantPlace } from '../../../../model/event/isConstantPlace.ts';
import type { Read } from '../../../../model/event/paths.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { listPatternLeaves, type Rule } from '../../../../model/rule/rule.ts';
import { type EventPath, isAtOrBelow, valueAt } from '../../../../model/values/eventPath.ts';
import { isMembers } from '../../../../model/values/members.ts';
import type { Disagreement } from './disagreement.ts';
import { sortByCloseness } from './findDelivered.ts';
import { narrowRule } from './narrowRule.ts';
import { relaxRule } from './relaxRule.ts';

/** Whether a rule delivers no event that has a value which the row reads: a leaf keeps all of them out. */
export function findRefusedRead(contract: Contract, rule: Rule): Disagreement | undefined {
  const leaves = listDeciding(rule);
  if (leaves.length === 0) return undefined;
  const played = contractSpace(contract);
  const samples = played.samples().map((planned) => planned.event());
  // The samples have most values, and the rest takes a while.
  let others: readonly object[] | undefined;
  for (const read of contract.reads) {
    if (samples.some((event) => hasValue(event, read))) continue;
    others ??= played.schedule(contract.reads).plannedEvents.map((planned) => planned.event());
    if (others.some((event) => hasValue(event, read))) continue;
    const planned = findRefusedEvent(contract, rule, read, leaves);
    if (planned === undefined) continue;
    return {
      planned,
      words: `delivers no event with ${read.path}`,
      forAbsence: 'remove the leaf',
      otherwise: [`If the rule is right, leave ${read.path} out of the row.`],
    };
  }
  return undefined;
}

/** The leaves on values that differ between the events of a row. */
function listDeciding({ patterns }: Rule): readonly Leaf[] {
  return listPatternLeaves(patterns).filter(({ path }) => !isConstantPlace(path));
}

/**
 * The smallest event with a value that a leaf keeps out, or all leaves together; undefined if the rule delivers the value
 * all the same, or if no event has it.
 */
function findRefusedEvent(
  contract: Contract,
  rule: Rule,
  read: Read,
  leaves: readonly Leaf[],
): PlannedEvent | undefined {
  const near = leaves.filter(({ path }) => overlap(path, read.segments));
  const choices = [near, ...leaves.map((leaf) => [leaf]), leaves];
  for (const unwanted of choices.filter(({ length }) => length > 0)) {
    const places = new Set(unwanted.map(({ path }) => path.join('.')));
    const [planned] = listRefused(
      contract,
      rule,
      relaxRule(rule, ({ path }) => places.has(path.join('.'))),
      read,
    );
    if (planned !== undefined) return deliversValue(contract, rule, read, planned.event()) ? undefined : planned;
  }
  return undefined;
}

/** The events with a value that a wider rule delivers, those closest to the sample first. */
function listRefused(contract: Contract, rule: Rule, wider: Rule, read: Read): readonly PlannedEvent[] {
  const space = contractSpace({ ...contract, rule: wider });
  const events = space.isEmpty ? [] : space.schedule([read]).plannedEvents;
  return sortByCloseness(events.filter((planned) => hasValue(planned.event(), read) && !rule.matches(planned.event())));
}

/** Whether some alternative of a rule delivers a value. Played events may all come from another one. */
function deliversValue(contract: Contract, rule: Rule, { segments }: Read, event: object): boolean {
  const paths = listTextPaths(valueAt(event, segments), segments);
  const demands = paths.map((at) => [{ at, exists: true }]);
  return demands.length > 0 && !contractSpace({ ...contract, rule: narrowRule(rule, demands) }).isEmpty;
}

/** The paths of the texts and numbers at a place and below it. The elements of a list have its path. */
function listTextPaths(value: unknown, at: EventPath): readonly EventPath[] {
  if (Array.isArray(value)) return value.flatMap((element) => listTextPaths(element, at)).slice(0, 1);
  if (!isMembers(value)) return [at];
  return Object.entries(value).flatMap(([name, below]) => listTextPaths(below, [...at, name]));
}

/** Whether a leaf decides about a path: at it, above it, below it, or at the other form of a user. */
function overlap(leaf: EventPath, segments: EventPath): boolean {
  if (isAtOrBelow(leaf, USER) && isAtOrBelow(segments, USER)) return true;
  return isAtOrBelow(leaf, segments) || isAtOrBelow(segments, leaf);
}

const USER = ['detail', 'performedBy', 'user'];

function hasValue(event: object, { segments }: Read): boolean {
  return valueAt(event, segments) !== undefined;
}
