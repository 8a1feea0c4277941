import type { Domain } from '../domain/domain.ts';
import { documentedSpelling, type EventType, isRelatedItemEventType } from '../facts/eventTypes.ts';
import { type FieldType, type FieldValueMember, memberByType } from '../facts/fieldTypes.ts';
import { type OpenQuestionName, openQuestions } from '../facts/openQuestions.ts';
import { spellInLowerCase } from '../facts/relatedItemTypes.ts';
import { requireKnownKeys, requireOneOf } from '../values/invalidArgument.ts';
import { formatInstant } from '../values/time/formatInstant.ts';

/**
 * One reading for each open question, by question name. The README lists the questions and their default readings.
 */
export type Dialect = { readonly [Name in OpenQuestionName]: keyof (typeof openQuestions)[Name]['readings'] & string };

const questionNames = Object.keys(openQuestions) as OpenQuestionName[];

/** The default reading of every open question. */
export const defaultDialect: Dialect = Object.freeze(
  Object.fromEntries(questionNames.map((name) => [name, openQuestions[name].default])),
) as Dialect;

/**
 * The default dialect with some readings replaced.
 * @throws InvalidArgumentError for a question or reading that does not exist
 */
export function resolveDialect(readings: Partial<Dialect> = {}): Dialect {
  requireKnownKeys('dialect', readings, questionNames, 'question');
  if (Object.keys(readings).length === 0) return defaultDialect;
  for (const name of Object.keys(readings) as OpenQuestionName[]) {
    requireOneOf(`dialect.${name}`, readings[name], Object.keys(openQuestions[name].readings));
  }
  const dialect = { ...defaultDialect, ...readings };
  const key = Object.values(dialect).join();
  const known = resolved.get(key) ?? Object.freeze(dialect);
  resolved.set(key, known);
  return known;
}

/** Equal dialects are one object, so that caches can use its identity as key. */
const resolved = new Map([[Object.values(defaultDialect).join(), defaultDialect]]);

/** `detail.eventType` in the spelling of the dialect. */
export function spellEventType(type: EventType, dialect: Dialect): string {
  if (!isRelatedItemEventType(type) || dialect.relatedItemEventType === 'documented') return documentedSpelling[type];
  return dialect.relatedItemEventType === 'RELATED_ITEM' ? type : `CASE.${type}`;
}

/** `relatedItemType` in the spelling of the dialect. */
export function spellItemType(itemType: string, dialect: Dialect): string {
  return dialect.relatedItemType === 'comment' ? spellInLowerCase(itemType) : itemType;
}

/** Whether related items in events of this type have content, given the domain and the dialect. */
export function hasItemContent(
  type: EventType,
  { includedData }: Pick<Domain, 'includedData'>,
  dialect: Dialect,
): boolean {
  return includedData.relatedItemContent && dialect.itemContent === 'present' && !hasOnlyItemIds(type, dialect);
}

/** Whether the dialect reduces the related item to its type and ids. */
export function hasOnlyItemIds(type: EventType, { deletedItem }: Dialect): boolean {
  return type === 'RELATED_ITEM.DELETED' && deletedItem === 'type and ids only';
}

/** Whether case events of this type list the changed fields. */
export function saysWhatChanged(type: EventType, dialect: Dialect): boolean {
  return (type === 'CASE.UPDATED' ? dialect.changedFieldIdsOnUpdate : dialect.changedFieldIds) === 'present';
}

/** Whether the dialect lists every field with a value as changed. */
export function namesEveryField(type: EventType, dialect: Dialect): boolean {
  return type === 'CASE.CREATED' && dialect.changedFieldIdsOnCreation === 'every field with a value';
}

/** The member that holds the values of a field type in the dialect. */
export function getFieldMember(type: FieldType, dialect: Dialect): FieldValueMember {
  return type === 'User' ? dialect.userField : memberByType[type];
}

const digitsAfterMilliseconds = { seconds: '', milliseconds: '', microseconds: '211', nanoseconds: '211456' } as const;

/** Writes an instant of the detail (milliseconds since 1970) with the dialect's fraction digits. */
export function spellInstant(milliseconds: number, dialect: Dialect): string {
  const text = formatInstant(milliseconds);
  if (dialect.fraction === 'milliseconds' && dialect.fractionZeros === 'written') return text;
  if (dialect.fraction === 'seconds') return `${text.slice(0, SECONDS)}Z`;
  const spelled = `${text.slice(0, MILLISECONDS)}${digitsAfterMilliseconds[dialect.fraction]}Z`;
  if (dialect.fractionZeros === 'written') return spelled;
  // An instant of whole hundredths drops all its zeros, so `.9Z` occurs beside `.893211Z`.
  return milliseconds % 10 === 0 ? text.replace(/\.?0+Z$/, 'Z') : spelled;
}

/** The lengths of an instant's text up to its seconds and up to its milliseconds. */
const SECONDS = 19;
const MILLISECONDS = 23;
