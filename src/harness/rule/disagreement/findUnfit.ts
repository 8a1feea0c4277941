import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import type { Dialect } from '../../../../model/event/dialect.ts';
import { isDeepStrictEqual } from '../../../../model/platform/nodeModules.ts';
import type { Leaf } from '../../../../model/rule/compile/leaf.ts';
import { prepareMatchers } from '../../../../model/rule/match/matcher.ts';
import { readValues } from '../../../../model/rule/match/readValues.ts';
import { listPatternLeaves, type Rule } from '../../../../model/rule/rule.ts';
import { relaxRule } from './relaxRule.ts';

/** An event that does not come in a reading, and the leaves whose values the reading changes. */
export interface Unfit {
  readonly planned: PlannedEvent;
  readonly changed: readonly Leaf[];
  readonly dialect: Dialect;
}

/** The first event of an item type that comes in one dialect, and differs and does not come in the other. */
export function findUnfit(contract: Contract, rule: Rule, fitting: Dialect, dialect: Dialect): Unfit | undefined {
  const { eventType, domain, otherItemTypes } = contract;
  const more = dialect.updatedItemTypes === fitting.updatedItemTypes ? [] : otherItemTypes;
  const come = contractSpace(contract, fitting).itemTypes.filter((itemType) => itemType !== undefined);
  const itemTypes = [...come, ...more];
  const stillCome = contractSpace({ ...contract, itemTypes }, dialect).itemTypes;
  const before = contractSpace({ eventType, itemTypes, domain }, fitting).samples();
  const after = contractSpace({ eventType, itemTypes, domain }, dialect).samples();
  for (const [index, sample] of after.entries()) {
    if (stillCome.includes(sample.itemType)) continue;
    const isNew = more.some((itemType) => itemType === sample.itemType);
    const [one, other] = [before[index]?.event() ?? {}, sample.event()];
    if (!isNew && isDeepStrictEqual(one, other)) continue;
    const changed = listPatternLeaves(rule.patterns).filter((leaf) =>
      isNew ? isItemType(leaf) : differs(leaf, one, other),
    );
    return { planned: meetOthers({ ...contract, itemTypes }, rule, dialect, sample, changed), changed, dialect };
  }
  return undefined;
}

function isItemType({ path }: Leaf): boolean {
  return path.join('.') === 'detail.relatedItem.relatedItemType';
}

function differs(leaf: Leaf, one: object, other: object): boolean {
  const [before, after] = [one, other].map((event) =>
    prepareMatchers([leaf]).map((matcher) => readValues(event, matcher)),
  );
  return !isDeepStrictEqual(before, after);
}

/** The event that meets every leaf whose values the reading does not change; the sample if there is none. */
function meetOthers(
  contract: Contract,
  rule: Rule,
  dialect: Dialect,
  sample: PlannedEvent,
  changed: readonly Leaf[],
): PlannedEvent {
  const places = new Set(changed.map(({ place }) => JSON.stringify(place)));
  const relaxed = relaxRule(rule, ({ place }) => places.has(JSON.stringify(place)));
  const space = contractSpace({ ...contract, rule: relaxed }, dialect);
  const met = space.isEmpty ? [] : space.samples();
  return met.find((one) => one.itemType === sample.itemType && !rule.matches(one.event())) ?? sample;
}
