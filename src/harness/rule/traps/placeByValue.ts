import type { Domain } from '../../../../model/domain/domain.ts';
import { eventTypeSpellings, listEventTypeSpellings, parseEventType } from '../../../../model/event/parseEventType.ts';
import { listItemTypeSpellings } from '../../../../model/event/parseItemType.ts';
import { openQuestions } from '../../../../model/facts/openQuestions.ts';
import { contactChannels, relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';
import { type EventPath, formatPath, valueAt } from '../../../../model/values/eventPath.ts';
import { listWords } from '../../../../model/values/invalidArgument.ts';
import { isMembers } from '../../../../model/values/members.ts';
import type { RefusedLeaf } from './trap.ts';

/** Where the values of a leaf belong, with its conditions there. */
export interface PlaceByValue {
  readonly to: EventPath;
  readonly conditions: readonly unknown[];
  /** What the values are, in a sentence. */
  readonly because: string;
}

/** The place whose values a leaf names, such as `detail.eventType` for `["CASE.UPDATED"]`; undefined for free values. */
export function findPlaceByValue(
  { path, condition }: RefusedLeaf,
  event: object,
  domain: Domain,
): PlaceByValue | undefined {
  const conditions = completeEventType(JSON.parse(condition) as unknown[], event);
  const words = conditions.flatMap(listTexts);
  const own = tellingPlaces.find(({ place }) => place === path.join('.'));
  if (words.length === 0 || (own !== undefined && words.every((word) => own.has(word, domain)))) return undefined;
  for (const { place, noun, has } of tellingPlaces) {
    const to = place.split('.');
    if (place === path.join('.') || !words.every((word) => has(word, domain))) continue;
    const what = words.length === 1 ? `is ${noun}: it belongs` : `are values of ${formatPath(to)}: they belong`;
    return { to, conditions, because: `${listWords(words)} ${what} to ${formatPath(to)}.` };
  }
  return undefined;
}

interface TellingPlace {
  readonly place: string;
  readonly noun: string;
  has(word: string, domain: Domain): boolean;
}

const isPrincipal = (word: string): boolean => /^arn:aws:(?:iam|sts):/.test(word);
const isUser = (word: string): boolean => /^arn:aws:connect:/.test(word);

const tellingPlaces: readonly TellingPlace[] = [
  { place: 'detail.eventType', noun: 'an event type', has: (word) => eventTypeSpellings.includes(word) },
  {
    place: 'detail.relatedItem.relatedItemType',
    noun: 'a related item type',
    has: (word) => relatedItemTypes.flatMap(listItemTypeSpellings).includes(word),
  },
  {
    place: 'detail-type',
    noun: 'a detail-type',
    has: (word) => Object.hasOwn(openQuestions.detailType.readings, word),
  },
  { place: 'detail.case.templateId', noun: 'a template', has: (word, { templates }) => templates.includes(word) },
  {
    place: 'detail.relatedItem.contact.channel',
    noun: 'a channel',
    has: (word) => (contactChannels as readonly string[]).includes(word),
  },
  { place: 'detail.performedBy.iamPrincipalArn', noun: 'the ARN of a principal', has: isPrincipal },
  { place: 'detail.performedBy.user.userArn', noun: 'the ARN of a user', has: isUser },
];

/** The texts that a condition names one by one, or a beginning, which tells an ARN. Others say too little. */
function listTexts(condition: unknown): readonly string[] {
  if (typeof condition === 'string') return [condition];
  const { 'anything-but': excluded, prefix } = isMembers(condition) ? condition : {};
  return [excluded, prefix].flat().filter((text) => typeof text === 'string');
}

/** `UPDATED` for `CASE.UPDATED`: the end of the event's own type. */
function completeEventType(conditions: readonly unknown[], event: object): readonly unknown[] {
  const eventType = parseEventType(valueAt(event, ['detail', 'eventType']));
  if (eventType === undefined) return conditions;
  const [, end = ''] = eventType.split('.');
  return conditions.flatMap((condition) =>
    typeof condition === 'string' && condition.toUpperCase() === end ? listEventTypeSpellings(eventType) : [condition],
  );
}
