import { openQuestions } from '../facts/openQuestions.ts';
import { otherPartitions } from '../facts/regions.ts';
import { relatedItemTypes } from '../facts/relatedItemTypes.ts';
import { joinFirst } from '../values/show/joinFirst.ts';
import { showCount } from '../values/show/showCount.ts';
import { isImpersonal } from './documentedNames.ts';
import { eventTypeSpellings } from './parseEventType.ts';
import { listItemTypeSpellings } from './parseItemType.ts';

/** The most characters of a name and of a value. */
const MOST = { name: 80, value: 200 };

/** Describes a received value in one short line. */
export type ShowValue = (value: unknown) => string;

/**
 * Describes a received value without personal data: it counts texts and lists the members of objects. Documented names
 * and AWS's own words appear as they are.
 */
export const showReceived: ShowValue = (value) => {
  if (typeof value !== 'string') return describeValue(value, nameOrLength);
  if (value === '') return 'an empty text';
  const isOfAws = wordsOfAws.includes(value) || otherRegion.test(value);
  return isOfAws ? JSON.stringify(value) : describeLength(value);
};

/** Describes a received value and shows short texts in full. */
export const showReceivedValue: ShowValue = (value) => {
  if (typeof value === 'string') return showShortText(value, MOST.value);
  const primitive = ['number', 'boolean', 'bigint'].includes(typeof value);
  return primitive ? String(value) : describeValue(value, showName);
};

const wordsOfAws: readonly string[] = [
  ...eventTypeSpellings,
  ...relatedItemTypes.flatMap(listItemTypeSpellings),
  ...Object.keys(openQuestions.detailType.readings),
  'aws.cases',
];

/** A Region of another partition. The pattern admits no invented names. */
const otherRegion = new RegExp(`${otherPartitions.source}[a-z]{2,9}(-[a-z]{2,9})?-\\d$`);

function describeValue(value: unknown, nameOf: (name: string) => string): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  return typeof value === 'object' ? withProperties(Object.keys(value), nameOf) : `a ${typeof value}`;
}

/** Names for a message: quoted, shortened, and at most three. */
export function showNames(words: readonly string[], nameOf: (name: string) => string = showName): string {
  return joinFirst(words.map(nameOf), 3);
}

function showName(name: string): string {
  return showShortText(name, MOST.name);
}

function nameOrLength(name: string): string {
  return isImpersonal(name) ? showName(name) : describeLength(name, 'name');
}

function showShortText(text: string, most: number): string {
  return text.length <= most ? JSON.stringify(text) : describeLength(text);
}

function describeLength(text: string, kind: 'text' | 'name' = 'text'): string {
  return `a ${kind} of ${showCount([...text].length, 'character')}`;
}

function withProperties(keys: readonly string[], nameOf: (name: string) => string): string {
  return keys.length === 0 ? 'an empty object' : `an object with ${showNames(keys, nameOf)}`;
}
