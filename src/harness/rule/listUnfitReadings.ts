import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { contractSpace } from '../../../contracts/contractSpace.ts';
import { type Dialect, defaultDialect, resolveDialect } from '../../../model/event/dialect.ts';
import { listReadings } from '../../../model/event/listReadings.ts';
import type { Fact } from '../../../model/facts/facts.ts';
import { type OpenQuestion, type OpenQuestionName, openQuestions } from '../../../model/facts/openQuestions.ts';
import type { Rule } from '../../../model/rule/rule.ts';
import type { TimeBudget } from '../run/timeBudget.ts';
import { describeAmbiguity } from '../verdict/ambiguities.ts';
import { findUnfit, type Unfit } from './disagreement/findUnfit.ts';
import { suggestFits } from './suggest/suggestChanges.ts';
import { explainRefusal } from './traps/explainRefusal.ts';

/** Events of a row that a rule does not deliver under one reading, although it delivers them under another. */
export interface UnfitReading {
  /** One line with the fact behind the reading, and with the change of the pattern that fits both. */
  readonly line: string;
  /** The event that does not come. */
  readonly planned: PlannedEvent;
}

/**
 * The readings of open questions that a rule does not fit: it would keep out what the row reads.
 * @param budget readings are looked at as long as half of the time is left; by default all
 */
export function listUnfitReadings(
  contract: Contract,
  rule: Rule,
  budget?: Pick<TimeBudget, 'hasTimeForRandom' | 'count'>,
): readonly UnfitReading[] {
  if (contract.reads.length === 0) return [];
  const fitting = [defaultDialect, ...listReadings()].find((dialect) => !contractSpace(contract, dialect).isEmpty);
  if (fitting === undefined) return [];
  // Two readings may write the same event.
  const seen = new Set<string>();
  const others = (Object.keys(openQuestions) as OpenQuestionName[]).flatMap((question) =>
    listOtherReadings(question, fitting).map((reading) => ({ question, reading })),
  );
  let tried = 0;
  const all = others.flatMap(({ question, reading }) => {
    if (budget?.hasTimeForRandom === false) return [];
    tried++;
    const dialect = resolveDialect({ ...fitting, [question]: reading });
    const unfit = findUnfit(contract, rule, fitting, dialect);
    const key = JSON.stringify(unfit?.planned.event());
    if (unfit === undefined || seen.has(key) || isMeant(contract, question, unfit)) return [];
    seen.add(key);
    return [{ planned: unfit.planned, line: formatLine(contract, rule, unfit, question, reading) }];
  });
  budget?.count('readings for the rule', tried, others.length);
  return all;
}

function listOtherReadings(question: OpenQuestionName, dialect: Dialect): readonly string[] {
  const { playedBy, readings } = openQuestions[question] as OpenQuestion;
  return playedBy === 'verify' ? Object.keys(readings).filter((reading) => reading !== dialect[question]) : [];
}

/** Questions about what events sometimes lack. */
const sometimesAbsent: readonly OpenQuestionName[] = [
  ...(['changedFieldIdsOnUpdate', 'performedBy', 'anyChangedAttributes', 'itemContent'] as const),
];

/**
 * Whether events without a value are kept out on purpose: the rule selects by the value, or the row reads it. All values
 * but some, and any value at all, select nothing.
 */
function isMeant({ reads }: Contract, question: OpenQuestionName, { changed }: Unfit): boolean {
  if (!sometimesAbsent.includes(question)) return false;
  return changed.every(({ path, text }) => {
    const isRead = reads.some(({ segments }) => path.every((name, index) => segments[index] === name));
    const conditions = JSON.parse(text) as readonly unknown[];
    return isRead || !conditions.every(takesAnyOther);
  });
}

function takesAnyOther(condition: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return false;
  return Object.hasOwn(condition, 'anything-but') || Object.hasOwn(condition, 'exists');
}

function formatLine(contract: Contract, rule: Rule, unfit: Unfit, question: OpenQuestionName, reading: string): string {
  const { planned, changed, dialect } = unfit;
  const { title, domain } = contract;
  const { asks, readings } = openQuestions[question] as OpenQuestion;
  const event = planned.event();
  const places = changed.map(({ path }) => path.join('.'));
  const mismatches = rule
    .explain(event)
    .filter(({ path, named }) => named !== undefined || places.includes(path.join('.')));
  const [mismatch] = mismatches;
  const isWhole = contractSpace(contract, dialect).isEmpty;
  const which = isWhole ? 'none of these events' : `no event of item type ${planned.itemType}`;
  const asked = mismatch && ` (${mismatch.named ?? mismatch.path.join('.')} asks for ${mismatch.condition})`;
  const words = describeAmbiguity(
    { asks, reading, fact: readings[reading] as Fact },
    `the rule delivers ${which}${asked ?? ''}`,
  );
  const line = `${title}: ${words}`;
  // What is a trap in one reading of this question is right in the other.
  const isOtherForm = question === 'userField' || question === 'customItemFields';
  const traps = isOtherForm ? [] : explainRefusal(rule, mismatches, event, domain);
  // One pattern for a list and for a map needs $or around all of it: that is up to its author.
  const changes = question === 'customItemFields' ? [] : suggestFits(contract, rule, unfit);
  const advice = [...traps, ...(changes.length === 0 ? [] : [`To fit both, ${changes.join('; ')}`])];
  return advice.length === 0 ? line : [`${line}.`, ...advice].join(' ');
}
