import { type Fact, facts } from '../facts/facts.ts';
import { type OpenQuestion, type OpenQuestionName, openQuestions, type Reading } from '../facts/openQuestions.ts';
import type { CasesEvent } from './casesEvent.ts';
import { type Dialect, spellEventType } from './dialect.ts';
import { fieldValuesOf } from './fieldValues.ts';
import { type CaseEventIssue, judged, undocumented } from './invalidCaseEvent.ts';
import { isCaseEvent, logicalTypeOf } from './logicalType.ts';
import { valueAt } from './paths.ts';
import { readingsOf, writesFraction } from './readings.ts';
import { received } from './received.ts';

/**
 * Where an event follows another reading of AWS's open points than a dialect. `userField` and `entrySize` are not
 * here: what decides them are the types of fields and a ceiling, which the invariants know.
 */
export function readingIssues(event: CasesEvent, dialect: Dialect): CaseEventIssue[] {
  const shown = readingsOf(event);
  const old = shown.detailType === 'Amazon Connect Cases Event' && dialect.detailType !== shown.detailType;
  const other = (Object.keys(places) as (keyof typeof places)[]).filter(
    (name) => shown[name] !== undefined && shown[name] !== dialect[name],
  );
  return [
    ...(old ? [formOf2022(event)] : []),
    ...other
      .filter((name) => !old || !partOf2022.includes(name))
      .map((name) => issue(name, places[name](event), event, dialect)),
    ...eventTypeIssues(event, dialect),
    ...fractionIssues(event, dialect),
  ];
}

const places = {
  relatedItemType: () => 'detail.relatedItem.relatedItemType',
  clearedField: clearedPath,
  changedFieldIds: () => 'detail.changedFieldIds',
  changedFieldIdsOnUpdate: () => 'detail.changedFieldIds',
  changedFieldIdsOnCreation: () => 'detail.changedFieldIds',
  deletedCase: () => 'detail.case.templateId',
  anyChangedAttributes: () => 'detail.changedAttributes',
  deletedItem: () => 'detail.relatedItem.createdDateTime',
  performedBy: () => 'detail.performedBy',
  changedAttributes: () => 'detail.changedAttributes',
  customItemFields: () => 'detail.relatedItem.custom.fields',
  detailType: () => 'detail-type',
} as const satisfies { [Name in OpenQuestionName]?: (event: CasesEvent) => string };

const partOf2022: readonly string[] = ['detailType', 'performedBy'];

function formOf2022(event: CasesEvent): CaseEventIssue {
  const without = event.detail.performedBy === undefined ? ', which has no performedBy either' : '';
  return judged({
    path: 'detail-type',
    received: received(event['detail-type']),
    allowed: `"Amazon Connect Cases Change"; this is the form of 2022${without}; a dialect that admits it: { detailType: 'Amazon Connect Cases Event', performedBy: 'absent' }`,
    fact: facts.detailType2022,
  });
}

function clearedPath(event: CasesEvent): string {
  return fieldValuesOf(event).find(({ value }) => 'emptyValue' in value)?.path ?? 'detail.case.fields';
}

function issue(name: OpenQuestionName, path: string, event: CasesEvent, dialect: Dialect): CaseEventIssue {
  const { asks } = openQuestions[name];
  return undocumented({
    path,
    received: received(valueAt(event, path.split('.'))),
    allowed: `what dialect.${name} "${dialect[name]}" says (${asks})`,
    fact: factOf(name, dialect),
  });
}

/** What speaks for the reading that the dialect takes. */
function factOf(name: OpenQuestionName, dialect: Dialect): Fact {
  const { evidence, link, certainty } = (openQuestions[name] as OpenQuestion).readings[dialect[name]] as Reading;
  return { states: evidence, link, certainty };
}

function eventTypeIssues(event: CasesEvent, dialect: Dialect): CaseEventIssue[] {
  const type = logicalTypeOf(event.detail.eventType);
  if (type === undefined || spellEventType(type, dialect) === event.detail.eventType) return [];
  return [issue('relatedItemEventType', 'detail.eventType', event, dialect)];
}

function fractionIssues(event: CasesEvent, dialect: Dialect): CaseEventIssue[] {
  const created = isCaseEvent(event) ? 'detail.case.createdDateTime' : 'detail.relatedItem.createdDateTime';
  return ['detail.approximateChangeTime', created].flatMap((path) => {
    const instant = valueAt(event, path.split('.'));
    const other = typeof instant === 'string' && !writesFraction(instant, dialect);
    return other ? [issue('fraction', path, event, dialect)] : [];
  });
}
