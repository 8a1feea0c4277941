import { defaultDialect } from '../../../model/event/dialect.ts';
import { listPlayedItemTypes } from '../../../model/event/listPlayedItemTypes.ts';
import { eventTypeSpellings, parseEventType } from '../../../model/event/parseEventType.ts';
import { parseItemType } from '../../../model/event/parseItemType.ts';
import { type EventType, eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';
import {
  contentKeys,
  type RelatedItemType,
  relatedItemTypes,
  unknownItemType,
} from '../../../model/facts/relatedItemTypes.ts';
import { valueAt } from '../../../model/values/eventPath.ts';
import { show } from '../../../model/values/invalidArgument.ts';
import { findMatchedTexts } from './findMatchedTexts.ts';
import type { AskedInteraction } from './pact.ts';

/** Events of one type, and for related items of some item types. */
export interface MessageKind {
  readonly eventType: EventType;
  readonly itemTypes: readonly string[];
}

/** The events of an interaction, or the reason why they are unknown. */
export function resolveMessageKind(interaction: AskedInteraction): MessageKind | { readonly unknown: string } {
  const { eventType, unknown } = findEventType(interaction);
  if (eventType === undefined) return { unknown: unknown ?? '' };
  return { eventType, itemTypes: isRelatedItemEventType(eventType) ? resolveItemTypes(eventType, interaction) : [] };
}

function findEventType(interaction: AskedInteraction): { eventType?: EventType; unknown?: string } {
  const { body, description, metadata } = interaction;
  const asked = valueAt(body, ['detail', 'eventType']);
  const known = parseEventType(asked);
  if (known !== undefined) return { eventType: known };
  const taken = findMatchedType(interaction);
  const eventType =
    taken.eventType ??
    (asked === undefined || typeof asked !== 'string' || !LIKE_A_TYPE.test(asked)
      ? findNamedType([description, ...Object.values(metadata)])
      : undefined);
  if (eventType !== undefined) return { eventType };
  const came = asked === undefined ? 'it has no detail.eventType' : `its detail.eventType is ${show(asked)}`;
  const endless =
    taken.endless === undefined ? '' : `, its regular expression ${show(taken.endless)} takes longer than a second`;
  return {
    unknown: `${came}${endless}, and neither its description nor its metadata names one; known are ${eventTypes.join(', ')}. Put detail.eventType into the body`,
  };
}

/** The spelling of an event type, known or not; a placeholder such as "string" does not match. */
const LIKE_A_TYPE = /^[A-Z_]+(\.[A-Z_]+)+$/;

/**
 * If the example of `detail.eventType` is no event type: the one type that its matcher accepts, or a pattern that
 * cannot be evaluated.
 */
function findMatchedType({ rules }: AskedInteraction): { eventType?: EventType | undefined; endless?: string } {
  const patterns = Object.entries(rules)
    .filter(([path]) => /^\$(\.detail|\['detail'\])(\.eventType|\['eventType'\])$/.test(path))
    .flatMap(([, rule]) => readMatchers(rule))
    .flatMap((matcher) => valueAt(matcher, ['regex']) ?? [])
    .filter((regex) => typeof regex === 'string');
  const types = new Set<EventType | undefined>();
  for (const pattern of patterns) {
    const taken = findMatchedTexts(pattern, eventTypeSpellings);
    if (taken === 'endless') return { endless: pattern };
    for (const text of taken) types.add(parseEventType(text));
  }
  return { eventType: types.size === 1 ? [...types][0] : undefined };
}

function readMatchers(rule: unknown): readonly unknown[] {
  const matchers = valueAt(rule, ['matchers']);
  return Array.isArray(matchers) ? matchers : [];
}

/** The event type in some texts, if there is exactly one: `CASE.CREATED`, `case created`, `RelatedItemDeleted`. */
function findNamedType(texts: readonly unknown[]): EventType | undefined {
  const words = texts.filter((text): text is string => typeof text === 'string').join(' \n ');
  const named = eventTypes.filter((type) => describeTypes(type).test(words));
  return named.length === 1 ? named[0] : undefined;
}

function describeTypes(type: EventType): RegExp {
  const [subject = '', verb = ''] = type.toLowerCase().split('.');
  return new RegExp(`(?<![a-z])${subject.replace('_', '[\\s_-]?')}[\\s._-]?(?:was |is |has been )?${verb}`, 'i');
}

function resolveItemTypes(eventType: EventType, { body, states }: AskedInteraction): readonly string[] {
  const asked = valueAt(body, ['detail', 'relatedItem', 'relatedItemType']);
  const known = parseItemType(asked) ?? findTypeOfContent(body) ?? findTypeOfStates(states);
  if (known !== undefined) return [known];
  if (asked === unknownItemType) return [unknownItemType];
  return [...listPlayedItemTypes(eventType, defaultDialect), unknownItemType];
}

function findTypeOfContent(body: unknown): RelatedItemType | undefined {
  return relatedItemTypes.find((type) => valueAt(body, ['detail', 'relatedItem', contentKeys[type]]) !== undefined);
}

function findTypeOfStates(states: AskedInteraction['states']): RelatedItemType | undefined {
  return states.map(({ params }) => parseItemType(params.type)).find((type) => type !== undefined);
}
