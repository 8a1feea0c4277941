import type { CasesEvent } from '../event/casesEvent.ts';
import { type Dialect, spellEventType } from '../event/dialect.ts';
import { listFieldValues } from '../event/fieldValues.ts';
import { isCaseEvent, parseEventType } from '../event/parseEventType.ts';
import { readingsOf, writesFraction } from '../event/readings.ts';
import { type ShowValue, showReceived } from '../event/showReceived.ts';
import { type Fact, facts } from '../facts/facts.ts';
import { type OpenQuestion, type OpenQuestionName, openQuestions } from '../facts/openQuestions.ts';
import { type EventPath, type ValuePath, valueAt } from '../values/eventPath.ts';
import { type PlacedIssue, toInvalidCaseEvent, toUndocumentedIssue } from './invalidCaseEvent.ts';

/**
 * Where an event departs from the dialect's readings. Types of fields and size limits decide `userField` and
 * `entrySize`, so invariants check these.
 */
export function listReadingIssues(
  event: CasesEvent,
  dialect: Dialect,
  showValue: ShowValue = showReceived,
): PlacedIssue[] {
  const shown = readingsOf(event);
  const old = shown.detailType === 'Amazon Connect Cases Event' && dialect.detailType !== shown.detailType;
  const other = (Object.keys(places) as (keyof typeof places)[]).filter(
    (name) => shown[name] !== undefined && shown[name] !== dialect[name],
  );
  const issueAt = (name: OpenQuestionName, segments: ValuePath): PlacedIssue =>
    makeIssue(name, segments, dialect, showValue(valueAt(event, segments.map(String))));
  return [
    ...(old ? [makeIssueOf2022(event, showValue)] : []),
    ...other.filter((name) => !old || !partOf2022.includes(name)).map((name) => issueAt(name, places[name](event))),
    ...(spellsTypeAlike(event, dialect) ? [] : [issueAt('relatedItemEventType', ['detail', 'eventType'])]),
    ...listOtherFractions(event, dialect).map((segments) => issueAt('fraction', segments)),
  ];
}

const places = {
  relatedItemType: () => ['detail', 'relatedItem', 'relatedItemType'],
  clearedField: findClearedPath,
  changedFieldIds: () => ['detail', 'changedFieldIds'],
  changedFieldIdsOnUpdate: () => ['detail', 'changedFieldIds'],
  changedFieldIdsOnCreation: () => ['detail', 'changedFieldIds'],
  deletedCase: () => ['detail', 'case', 'templateId'],
  anyChangedAttributes: () => ['detail', 'changedAttributes'],
  deletedItem: () => ['detail', 'relatedItem', 'createdDateTime'],
  performedBy: () => ['detail', 'performedBy'],
  changedAttributes: () => ['detail', 'changedAttributes'],
  customItemFields: () => ['detail', 'relatedItem', 'custom', 'fields'],
  detailType: () => ['detail-type'],
} as const satisfies { [Name in OpenQuestionName]?: (event: CasesEvent) => ValuePath };

const partOf2022: readonly string[] = ['detailType', 'performedBy'];

function makeIssueOf2022(event: CasesEvent, showValue: ShowValue): PlacedIssue {
  const without = event.detail.performedBy === undefined ? ', which has no performedBy either' : '';
  return toInvalidCaseEvent({
    segments: ['detail-type'],
    received: showValue(event['detail-type']),
    allowed: `"Amazon Connect Cases Change"; this is the form of 2022${without}; a dialect that admits it: { detailType: 'Amazon Connect Cases Event', performedBy: 'absent' }`,
    fact: facts.detailType2022,
  });
}

function findClearedPath(event: CasesEvent): ValuePath {
  return listFieldValues(event).find(({ value }) => 'emptyValue' in value)?.segments ?? ['detail', 'case', 'fields'];
}

function makeIssue(name: OpenQuestionName, segments: ValuePath, dialect: Dialect, came: string): PlacedIssue {
  const { asks } = openQuestions[name];
  return toUndocumentedIssue({
    segments,
    received: came,
    allowed: `what dialect.${name} "${dialect[name]}" says (${asks})`,
    fact: findFact(name, dialect),
  });
}

/** The fact behind the dialect's reading. */
function findFact(name: OpenQuestionName, dialect: Dialect): Fact {
  return (openQuestions[name] as OpenQuestion).readings[dialect[name]] as Fact;
}

function spellsTypeAlike({ detail }: CasesEvent, dialect: Dialect): boolean {
  const type = parseEventType(detail.eventType);
  return type === undefined || spellEventType(type, dialect) === detail.eventType;
}

function listOtherFractions(event: CasesEvent, dialect: Dialect): readonly EventPath[] {
  const created = ['detail', isCaseEvent(event) ? 'case' : 'relatedItem', 'createdDateTime'];
  return [['detail', 'approximateChangeTime'], created].filter((segments) => {
    const instant = valueAt(event, segments);
    return typeof instant === 'string' && !writesFraction(instant, dialect);
  });
}
