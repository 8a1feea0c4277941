import type { Domain, DomainField } from '../../model/domain/domain.ts';
import type { FieldValue } from '../../model/event/casesEvent.ts';
import { type Dialect, getFieldMember } from '../../model/event/dialect.ts';
import { makeSampleBareValue, sampleIds } from '../../model/event/samples.ts';
import type { FieldType, FieldValueMember, SystemFieldForm } from '../../model/facts/fieldTypes.ts';
import { makeConnectArn } from '../../model/values/arns.ts';
import { makeReferenceNumber, makeUuid } from '../../model/values/identifiers.ts';
import { oncePer } from '../../model/values/oncePer.ts';
import { formatInstant } from '../../model/values/time/formatInstant.ts';
import { realisticTexts } from './realisticTexts.ts';
import { cutLongText } from './textPool.ts';

/**
 * The realistic values of a field, wrapped in the member of its type. The same number gives an equal value, but never
 * the same object. It computes everything independent of the number only once.
 */
export function makeTypicalValues(
  field: DomainField,
  domain: Domain,
  dialect: Dialect,
): (number: number) => FieldValue {
  const bare = chooseTypicalBareValues(field, domain);
  const wrap = wrappers[getFieldMember(field.type, dialect)];
  return (number) => wrap(bare(number));
}

type BareValue = string | number | boolean;

/** One object literal per property: a computed property name would cost ten times as much. */
export const wrappers: Readonly<Record<FieldValueMember, (value: BareValue) => FieldValue>> = {
  stringValue: (value) => ({ stringValue: value as string }),
  doubleValue: (value) => ({ doubleValue: value as number }),
  booleanValue: (value) => ({ booleanValue: value as boolean }),
  userArnValue: (value) => ({ userArnValue: value as string }),
  emptyValue: () => ({ emptyValue: {} }),
};

type BareValues = (number: number) => BareValue;

function chooseTypicalBareValues(field: DomainField, domain: Domain): BareValues {
  if (field.form !== undefined) return typicalForms[field.form](domain);
  if (field.id === 'summary') return makeSummary;
  if (field.id === 'title') return (number) => pick(realisticTexts.titles(), number);
  if (field.type === 'SingleSelect') return chooseTypicalOptions(field, domain);
  return typicalOfType[field.type](domain);
}

function chooseTypicalOptions(field: DomainField, domain: Domain): BareValues {
  const options = field.options ?? [makeSampleBareValue(field, domain)];
  return (number) => pick(options, number);
}

function makeSummary(number: number): string {
  const sentences = realisticTexts.sentences();
  const first = number >>> 2;
  const two = `${pick(sentences, first)} ${pick(sentences, first + 7)}`;
  return number % 2 === 0 ? two : `${two} ${pick(sentences, first + 14)}`;
}

const typicalOfType: Record<Exclude<FieldType, 'SingleSelect'>, (domain: Domain) => BareValues> = {
  Text: () => (number) => pick(realisticTexts.sentences(), number),
  Number: () => (number) => (number % 200_000) / 100,
  Boolean: () => (number) => number % 2 === 0,
  DateTime: () => makeIsoInstant,
  Url: () => (number) => pick(realisticTexts.urls(), number),
  User: (domain) => (number) => makeUserArn(domain, number),
};

const typicalForms: Record<SystemFieldForm, (domain: Domain) => BareValues> = {
  // The first three repeat other values of the event. `syncDerivedFields` later copies the true values.
  caseId: () => () => sampleIds.case,
  created: () => () => makeIsoInstant(0),
  changed: () => () => makeIsoInstant(0),
  referenceNumber: () => makeReferenceNumber,
  profileArn: ({ region, accountId }) => {
    const start = `arn:aws:profile:${region}:${accountId}:domains/customers/profiles/`;
    return (number) => start + makeUuid(number).replaceAll('-', '');
  },
  queueArn: (domain) => {
    const start = makeConnectArn(domain, sampleIds.instance, 'queue/');
    return (number) => start + makeUuid(number);
  },
  userArn: (domain) => (number) => makeUserArn(domain, number),
};

const startUserArns = oncePer((domain: Domain) => ({
  user: makeConnectArn(domain, sampleIds.instance, 'user/'),
  agent: makeConnectArn(domain, sampleIds.instance, 'agent/'),
}));

/** The ARN of a Connect user, in the spelling of the events page or of the API. */
export function makeUserArn(
  domain: Domain,
  number: number,
  kind: 'user' | 'agent' = number % 3 === 0 ? 'agent' : 'user',
): string {
  return startUserArns(domain)[kind] + makeUuid(number);
}

/** An instant of the years 2022 to 2031, in milliseconds since 1970. */
export function makeInstant(number: number): number {
  return 1_647_472_617_893 + (number % 2_147_483) * 131_071;
}

/** The same instant in ISO 8601. */
export function makeIsoInstant(number: number): string {
  return formatInstant(makeInstant(number));
}

/** The same instant cut to its second, as EventBridge and CloudTrail write it. */
export function makeIsoSecond(number: number): string {
  return `${makeIsoInstant(number).slice(0, 19)}Z`;
}

/** The value at a number, modulo the list's length. */
export function pick<Value>(values: readonly Value[], number: number): Value {
  return values[number % values.length] as Value;
}

/** A long text of ordinary characters. */
export function makePlainText(length: number): string {
  return cutLongText('ascii', length);
}
