import { isDeepStrictEqual } from 'node:util';
import type { TextKind } from '../../../arbitraries/values/textPool.ts';
import type { CoverageItem } from '../../../arbitraries/variations/coverageItems.ts';
import { type Domain, listCustomFields, listIncludedFields } from '../../../model/domain/domain.ts';
import { isSystemFieldId } from '../../../model/facts/fieldTypes.ts';
import { entryBytes } from '../entryBytes.ts';

type Json = { [key: string]: Json } & { [index: number]: Json };

/** What an oracle sees: an event, its domain, the sample of its kind and the largest size. Never a plan. */
export interface Seen {
  readonly event: Json;
  readonly domain: Domain;
  readonly sample: Json;
  readonly ceiling: number;
  /** The largest entry that the domain allows without added fields, by the kind of its long texts. */
  readonly largest: Readonly<Record<TextKind, number>>;
}

type Oracle = (seen: Seen) => boolean;

/** For every coverage item of the class table, a check whether an event shows it. */
export const coverageOracles: Readonly<Record<CoverageItem, Oracle>> = {
  stringValue: hasMember('stringValue'),
  doubleValue: hasMember('doubleValue'),
  booleanValue: hasMember('booleanValue'),
  userArnValue: hasMember('userArnValue'),
  userPath: ({ event }) => /:instance\/[^/]+\/user\//.test(String(userOf(event)?.userArn)),
  agentPath: ({ event }) => /:instance\/[^/]+\/agent\//.test(String(userOf(event)?.userArn)),
  customEntity: ({ event }) => userOf(event)?.customEntity !== undefined,
  ordinary: ({ event, sample }) => !isDeepStrictEqual(event, sample),

  nothingOptional: ({ event }) =>
    userOf(event) === undefined &&
    (itemOf(event) === undefined
      ? noFields(event)
      : !membersOf(contentOf(event)).some((member) => OPTIONAL.includes(member))),
  noUser: ({ event }) => performerOf(event) !== undefined && userOf(event) === undefined,
  noFields: ({ event, sample }) => sample.detail?.case?.fields !== undefined && noFields(event),
  emptyFields: ({ event, sample }) =>
    sample.detail?.case?.fields !== undefined && isDeepStrictEqual(event.detail?.case?.fields, {}),
  absentField: ({ event, sample }) => sampleFieldsMissingIn(event, sample).length > 0,
  clearedField: ({ event, sample }) => {
    const changed = (event.detail?.changedFieldIds ?? []) as unknown as string[];
    const emptied = Object.values(event.detail?.case?.fields ?? {}).some(
      ({ value }) => value?.emptyValue !== undefined,
    );
    return emptied || sampleFieldsMissingIn(event, sample).some((id) => changed.includes(id));
  },
  absentContentMember: ({ event, sample }) =>
    !lacksContent(event) &&
    membersOf(contentOf(sample)).some((member) => !membersOf(contentOf(event)).includes(member)),

  emptyText: (seen) => textsOf(seen.event, knownValuesOf(seen)).includes(''),
  longestText: (seen) => textsOf(seen.event, knownValuesOf(seen)).some((text) => LONGEST.includes([...text].length)),
  surrogatePairs: anyText(/[\u{10000}-\u{10ffff}]/u),
  combiningCharacters: anyText(/\p{M}/u),
  rightToLeft: anyText(/[\u0590-\u06ff]/),
  quotes: anyText(/["'`\\]/),
  controlCharacters: anyText(/\p{Cc}/u),
  pairsFrom0: anyText(/^(?:[\u{10000}-\u{10ffff}]){50}/u),
  pairsFrom1: anyText(/^[ -~](?:[\u{10000}-\u{10ffff}]){50}/u),
  zero: anyNumber((number) => Object.is(number, 0)),
  negativeNumber: anyNumber((number) => number < 0),
  fractionalNumber: anyNumber((number) => !Number.isInteger(number)),
  tinyNumber: anyNumber((number) => number !== 0 && Math.abs(number) < 1e-6),
  hugeNumber: anyNumber((number) => Math.abs(number) >= Number.MAX_SAFE_INTEGER),
  false: ({ event }) => valuesOf(event).some(({ value }) => (value.booleanValue as unknown) === false),
  unparsableText: ({ event, domain }) =>
    valuesOf(event).some(({ id, value }) => doesNotParse(typeOf(id, domain), String(Object.values(value)[0]))),
  rolePath: ({ event }) => /^arn:aws:iam::\d{12}:role\/[^/]+\/.+/.test(principalOf(event)),
  assumedRole: ({ event }) => /^arn:aws:sts::\d{12}:assumed-role\/[^/]+\/.+/.test(principalOf(event)),
  serviceLinkedRole: ({ event }) => /AWSServiceRoleForAmazonConnect/.test(principalOf(event)),
  oddCustomEntity: ({ event }) => /[ @]/.test(String(userOf(event)?.customEntity ?? '')),
  fieldIdOfDigits: anyFieldId(/^\d+$/),
  fieldIdWithDots: anyFieldId(/\./),
  fieldIdWithBlanks: anyFieldId(/ /),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
  fieldIdOutsideAscii: anyFieldId(/[^\x00-\x7f]/),
  unknownOption: ({ event, domain, sample }) =>
    optionsChosen(event, domain).some((option) => !optionsKnown(domain, sample).includes(option)),
  oddCaseId: ({ event }) => /[/:#]/.test(String(event.detail?.case?.caseId ?? itemOf(event)?.caseId)),
  longestIdentifier: ({ event, domain }) => identifiersOf(event, domain).some((id) => id.length >= 150),

  envelopeAddition: ({ event, sample }) => hasNew(event, sample),
  detailAddition: ({ event, sample }) => hasNew(event.detail, sample.detail),
  subjectAddition: ({ event, sample }) => hasNew(subjectOf(event), subjectOf(sample)),
  contentAddition: ({ event, sample }) =>
    !lacksContent(event) &&
    contentOf(sample)?.contentType === undefined &&
    hasNew(contentOf(event), contentOf(sample), ['contentType']),
  performedByAddition: ({ event, sample }) => hasNew(performerOf(event), performerOf(sample)),
  unknownField: ({ event, domain }) =>
    Object.keys(event.detail?.case?.fields ?? {}).some((id) => isUuid(id) && typeOf(id, domain) === undefined),
  unknownItemType: ({ event }) => {
    const type = itemOf(event)?.relatedItemType as unknown as string | undefined;
    return type !== undefined && !TYPES.includes(type.toLowerCase());
  },

  'grown.ascii': grownTo(/^[ -~]{100,}$/),
  'grown.threeBytes': grownTo(/[\u0800-\ud7ff\ue000-\uffff]{20}/),
  'grown.fourBytes': grownTo(/(?:[\u{10000}-\u{10ffff}]){20}/u),
  'grown.escapes': grownTo(/\p{Cc}{20}/u),
  'grown.oneByteBelow': (seen) => entryBytes(seen.event) === seen.ceiling - 1 && isGrown(seen),
  'grown.mostFields': (seen) => {
    const count = fieldCountOf(seen.event);
    return (
      isGrown(seen) &&
      count === (itemOf(seen.event) === undefined ? 400 : 50) &&
      entryBytes(seen.event) === seen.ceiling
    );
  },

  'largest.ascii': largestOf('ascii', /^[ -~]{100,}$/),
  'largest.threeBytes': largestOf('threeBytes', /[\u0800-\ud7ff\ue000-\uffff]{20}/),
  'largest.fourBytes': largestOf('fourBytes', /(?:[\u{10000}-\u{10ffff}]){20}/u),
  'largest.escapes': largestOf('escapes', /\p{Cc}{20}/u),
  'largest.oneByteBelow': (seen) => entryBytes(seen.event) === seen.largest.escapes - 1 && !isGrown(seen),
  'largest.longIds': (seen) =>
    String(seen.event.resources?.[1]).length >= 499 &&
    (performerOf(seen.event) === undefined || principalOf(seen.event).length === 500) &&
    // If no id can take the remainder, the texts leave a few characters over.
    canBeLarger(seen) &&
    entryBytes(seen.event) >= seen.largest.escapes - 36 &&
    !isGrown(seen),
  longestAsciiContent: ({ event }) => contentTextsOf(event).some((text) => isLongest(text) && /^[ -~]*$/.test(text)),
  longestFourByteContent: ({ event }) =>
    contentTextsOf(event).some((text) => isLongest(text) && /^(?:[\u{10000}-\u{10ffff}])*$/u.test(text)),
  longestEscapedContent: ({ event }) =>
    contentTextsOf(event).some((text) => isLongest(text) && /^\p{Cc}*$/u.test(text)),
};

const TYPES = ['comment', 'contact', 'file', 'sla', 'connectcase', 'connect', 'custom'];
// Field texts, the summary, comment bodies, options and channels, SLA names.
const LONGEST = [4100, 3000, 15_000, 100, 500];

function isLongest(text: string): boolean {
  return [15_000, 500, 100].includes([...text].length);
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
}

function itemOf({ detail }: Json): Json | undefined {
  return detail?.relatedItem;
}

function subjectOf({ detail }: Json): Json | undefined {
  return detail?.case ?? detail?.relatedItem;
}

function performerOf({ detail }: Json): Json | undefined {
  return detail?.performedBy;
}

function userOf(event: Json): Json | undefined {
  return performerOf(event)?.user;
}

function principalOf(event: Json): string {
  return String(performerOf(event)?.iamPrincipalArn ?? '');
}

function contentOf(event: Json): Json | undefined {
  const item = itemOf(event);
  const key = Object.keys(item ?? {}).find((name) => [...TYPES, 'survey'].includes(name.toLowerCase()));
  return key === undefined ? undefined : item?.[key];
}

function lacksContent(event: Json): boolean {
  return itemOf(event) !== undefined && contentOf(event) === undefined;
}

/** The optional members of contents. */
const OPTIONAL = ['contentType', 'channel', 'connectedToSystemTime', 'fieldId', 'targetFieldValues'];

/** The names of a content's members; those of an Sla are one level deeper. */
function membersOf(content: Json | undefined): string[] {
  return Object.keys(content?.slaConfiguration ?? content ?? {});
}

function noFields({ detail }: Json): boolean {
  return detail?.case !== undefined && detail.case.fields === undefined;
}

function sampleFieldsMissingIn(event: Json, sample: Json): string[] {
  const there = valuesOf(event).filter(({ value }) => value.emptyValue === undefined);
  return lacksContent(event)
    ? []
    : valuesOf(sample).flatMap(({ id }) => (there.some((value) => value.id === id) ? [] : [id]));
}

/** The field values of a case or of a Custom item, in either form. */
function valuesOf(event: Json): { id: string; value: Json }[] {
  const fields = event.detail?.case?.fields ?? itemOf(event)?.custom?.fields;
  if (fields === undefined) return [];
  return Array.isArray(fields)
    ? fields
    : Object.entries(fields).map(([id, { value }]) => ({ id, value: value as Json }));
}

/** The values of the fields that the domain or the sample knows: neither added nor unknown fields. */
function knownValuesOf({ event, domain, sample }: Seen): { id: string; value: Json }[] {
  const ofSample = valuesOf(sample).map(({ id }) => id);
  return valuesOf(event).filter(({ id }) => typeOf(id, domain) !== undefined || ofSample.includes(id));
}

function typeOf(id: string, domain: Domain): string | undefined {
  if (isSystemFieldId(id)) return listIncludedFields(domain).find((field) => field.id === id)?.type;
  return listCustomFields(domain).find((field) => field.id === id)?.type;
}

/** The texts of a content, including its identifiers and the fields of a Custom item. */
function contentTextsOf(event: Json): string[] {
  const content = contentOf(event);
  const ids = [content?.fileArn, content?.contactArn, content?.caseId].filter(isText) as unknown as string[];
  return itemOf(event) === undefined ? [] : [...textsOf(event), ...ids];
}

/** The texts of fields and of contents, without identifiers and ARNs. */
function textsOf(event: Json, values: { value: Json }[] = valuesOf(event)): string[] {
  const content = contentOf(event);
  const texts = [...values.map(({ value }) => value.stringValue ?? value.userArnValue), content?.body];
  return [...texts, content?.channel, content?.slaConfiguration?.name].filter(isText) as unknown as string[];
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function anyText(pattern: RegExp): Oracle {
  return (seen) => textsOf(seen.event, knownValuesOf(seen)).some((text) => pattern.test(text));
}

function anyNumber(condition: (number: number) => boolean): Oracle {
  return (seen) => {
    const numbers = knownValuesOf(seen).map(({ value }) => value.doubleValue as unknown);
    return numbers.some((number) => typeof number === 'number' && condition(number));
  };
}

function anyFieldId(pattern: RegExp): Oracle {
  return ({ event }) => Object.keys(event.detail?.case?.fields ?? {}).some((id) => pattern.test(id));
}

function hasMember(member: string): Oracle {
  return (seen) => knownValuesOf(seen).some(({ value }) => Object.hasOwn(value, member));
}

function doesNotParse(type: string | undefined, text: string): boolean {
  if (type === 'DateTime') return text !== '' && Number.isNaN(Date.parse(text));
  if (type === 'User') return text !== '' && !/^arn:aws:connect:.+:instance\//.test(text);
  return type === 'Url' && text !== '' && !URL.canParse(text);
}

function optionsChosen(event: Json, domain: Domain): string[] {
  const chosen = valuesOf(event).filter(({ id }) => typeOf(id, domain) === 'SingleSelect');
  const channel = contentOf(event)?.channel as unknown as string | undefined;
  return [...chosen.map(({ value }) => String(value.stringValue)), ...(channel === undefined ? [] : [channel])];
}

function optionsKnown(domain: Domain, sample: Json): string[] {
  const ofFields = [...listIncludedFields(domain), ...listCustomFields(domain)].flatMap(({ options = [] }) => [
    ...options,
  ]);
  return [...ofFields, ...optionsChosen(sample, domain), 'VOICE', 'CHAT', 'TASK', 'EMAIL'];
}

function identifiersOf(event: Json, domain: Domain): string[] {
  const { caseId, templateId, relatedItemId } = (subjectOf(event) ?? {}) as Record<string, unknown>;
  const content = contentOf(event);
  const users = valuesOf(event).filter(
    ({ id, value }) => typeOf(id, domain) === 'User' || /arn:/.test(String(value.stringValue)),
  );
  return [caseId, templateId, relatedItemId, userOf(event)?.userArn, principalOf(event)]
    .concat([content?.contactArn, content?.fileArn, content?.caseId])
    .concat(users.map(({ value }) => Object.values(value)[0]))
    .filter((id): id is string => typeof id === 'string');
}

function hasNew(place: Json | undefined, sample: Json | undefined, known: readonly string[] = []): boolean {
  if (place === undefined) return false;
  const names = [...Object.keys(sample ?? {}), ...known, 'fields'];
  return Object.keys(place).some((name) => !names.includes(name));
}

/** An event of exactly the largest size whose longest text matches, with fields outside its domain. */
function grownTo(pattern: RegExp): Oracle {
  return (seen) => entryBytes(seen.event) === seen.ceiling && pattern.test(longestTextOf(seen.event)) && isGrown(seen);
}

/** The largest event of the domain's own fields whose long texts are of one kind. */
function largestOf(textKind: TextKind, pattern: RegExp): Oracle {
  return (seen) => {
    if (entryBytes(seen.event) !== seen.largest[textKind] || !canBeLarger(seen) || isGrown(seen)) return false;
    const longest = longestTextOf(seen.event);
    // If the domain has no text of its own, only the ids are long.
    return longest.length < 100 || pattern.test(longest);
  };
}

/** Whether anything in the sample can take more bytes. */
function canBeLarger({ sample, largest }: Seen): boolean {
  return largest.escapes > entryBytes(sample);
}

/** Whether there are more fields than in the sample, which has all fields of the domain. */
function isGrown({ event, sample }: Seen): boolean {
  return fieldCountOf(event) > fieldCountOf(sample);
}

function fieldCountOf(event: Json): number {
  return Object.keys(event.detail?.case?.fields ?? itemOf(event)?.custom?.fields ?? {}).length;
}

function longestTextOf(event: Json): string {
  return textsOf(event).reduce((long, text) => (text.length > long.length ? text : long), '');
}
