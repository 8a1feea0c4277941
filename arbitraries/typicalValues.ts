import { connectArn } from '../src/event/arns.ts';
import type { FieldValue } from '../src/event/casesEvent.ts';
import { type Dialect, memberIn } from '../src/event/dialect.ts';
import type { Domain, DomainField } from '../src/event/domain.ts';
import { sampleBareValue, sampleIds } from '../src/event/samples.ts';
import type { FieldType, SystemFieldForm } from '../src/facts/fieldTypes.ts';
import { uuid } from './bulk/identifiers.ts';
import { longText, shortTexts } from './bulk/textPool.ts';

/** A realistic value of a field, wrapped in the member of its type. */
export function typicalValue(field: DomainField, domain: Domain, dialect: Dialect, number: number): FieldValue {
  return { [memberIn(field.type, dialect)]: typicalBareValue(field, domain, number) } as FieldValue;
}

function typicalBareValue(field: DomainField, domain: Domain, number: number): string | number | boolean {
  if (field.form !== undefined) return typicalForms[field.form](domain, number);
  if (field.id === 'summary') return summary(number);
  if (field.id === 'title') return pick(shortTexts().titles, number);
  if (field.type === 'SingleSelect') return typicalOption(field, domain, number);
  return typicalOfType[field.type](domain, number);
}

function typicalOption(field: DomainField, domain: Domain, number: number): string {
  return field.options === undefined ? (sampleBareValue(field, domain) as string) : pick(field.options, number);
}

function summary(number: number): string {
  const { sentences } = shortTexts();
  const first = number >>> 2;
  const two = `${pick(sentences, first)} ${pick(sentences, first + 7)}`;
  return number % 2 === 0 ? two : `${two} ${pick(sentences, first + 14)}`;
}

const typicalOfType: Record<
  Exclude<FieldType, 'SingleSelect'>,
  (domain: Domain, number: number) => string | number | boolean
> = {
  Text: (_, number) => pick(shortTexts().sentences, number),
  Number: (_, number) => (number % 200_000) / 100,
  Boolean: (_, number) => number % 2 === 0,
  DateTime: (_, number) => isoInstant(number),
  Url: (_, number) => pick(shortTexts().urls, number),
  User: (domain, number) => userArn(domain, number),
};

const typicalForms: Record<SystemFieldForm, (domain: Domain, number: number) => string> = {
  // The first three repeat what the event says elsewhere: `agree` (in build) writes the true value over them.
  caseId: () => sampleIds.case,
  created: () => isoInstant(0),
  changed: () => isoInstant(0),
  referenceNumber: (_, number) => uuid(number).replaceAll('-', '').slice(0, 9).toUpperCase(),
  profileArn: ({ region, accountId }, number) =>
    `arn:aws:profile:${region}:${accountId}:domains/customers/profiles/${uuid(number).replaceAll('-', '')}`,
  queueArn: (domain, number) => connectArn(domain, sampleIds.instance, `queue/${uuid(number)}`),
  userArn: (domain, number) => userArn(domain, number),
};

/** The ARN of a Connect user, in the spelling of the events page or in that of the API. */
export function userArn(
  domain: Domain,
  number: number,
  kind: 'user' | 'agent' = number % 3 === 0 ? 'agent' : 'user',
): string {
  return connectArn(domain, sampleIds.instance, `${kind}/${uuid(number)}`);
}

/** An instant of the years 2022 to 2031, in milliseconds since 1970. */
export function instantAt(number: number): number {
  return 1_647_472_617_893 + (number % 2_147_483) * 131_071;
}

function isoInstant(number: number): string {
  return new Date(instantAt(number)).toISOString();
}

/** One of some values, by a number. */
export function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length] as Value;
}

/** A long text of ordinary characters. */
export function plainText(length: number): string {
  return longText('ascii', length);
}
