import { defaultDialect, spellEventType, spellItemType } from '../model/event/dialect.ts';
import type { Read } from '../model/event/paths.ts';
import { type EventType, isRelatedItemEventType } from '../model/facts/eventTypes.ts';
import { fieldValueMembers } from '../model/facts/fieldTypes.ts';
import { openQuestions } from '../model/facts/openQuestions.ts';
import { unknownItemType } from '../model/facts/relatedItemTypes.ts';
import { valueAt } from '../model/values/eventPath.ts';
import { buildExampleBody, put } from './buildExampleBody.ts';
import type { Contract } from './contract.ts';
import { anyKeys, byType, exactly, type Json, keysAmong, oneOrMore, spelled } from './matchers.ts';
import { findUserKind, listProviderStates, type ProviderState, type UserKind, userKinds } from './providerStates.ts';

/** One interaction of a consumer's pact, as plain data. */
export interface Interaction {
  readonly description: string;
  readonly providerStates: readonly ProviderState[];
  /** The body with matcher nodes: Pact's integration JSON. */
  readonly contents: Json;
  /** The body without matchers. */
  readonly example: Json;
}

/**
 * The interactions of a contract in its consumer's pact. A contract that ignores its events, or never gets
 * them, has none. One that reads
 * both kinds of user has two, because an event has only one kind. Any other has one.
 */
export function buildInteractions(contract: Contract): readonly Interaction[] {
  if (contract.reads.length === 0) return [];
  const kinds = userKinds.filter((kind) => contract.reads.some(({ path }) => findUserKind(path) === kind));
  if (kinds.length === 0) return [buildInteraction(contract, contract.title, contract.reads)];
  return kinds.map((kind, index) => {
    const description = index === 0 ? contract.title : `${contract.title} by a custom entity`;
    return buildInteraction(contract, description, readsOfKind(contract.reads, kind));
  });
}

/** The reads that an event with one kind of user can satisfy. */
function readsOfKind(reads: readonly Read[], kind: UserKind): readonly Read[] {
  // Drops `performedBy.user`: it would add the sample's user beside this kind, and an event has one user at most.
  return reads.filter(({ path }) => path !== 'performedBy.user' && [undefined, kind].includes(findUserKind(path)));
}

function buildInteraction(contract: Contract, description: string, reads: readonly Read[]): Interaction {
  const example = buildExampleBody(contract, reads);
  return {
    description,
    providerStates: listProviderStates(reads),
    contents: byType(addMatchers(contract.eventType, example, reads)),
    example,
  };
}

function addMatchers(eventType: EventType, example: Json, reads: readonly Read[]): Json {
  const rules = isRelatedItemEventType(eventType) ? listRelatedItemRules(eventType) : listCaseRules(reads);
  let contents = example;
  for (const [path, matcher] of [...envelopeRules, ...listUserRules(reads), ...rules]) {
    const segments = path.split('.');
    const value = valueAt(example, segments) as Json | undefined;
    if (value !== undefined) contents = put(contents, segments, matcher(value));
  }
  return contents;
}

type Rule = readonly [path: string, matcher: (value: Json) => Json];

const envelopeRules: readonly Rule[] = [
  ['source', exactly],
  ['detail-type', exactly],
];

function listUserRules(reads: readonly Read[]): readonly Rule[] {
  // If the contract reads a kind, the type matcher at the root requires that kind.
  if (reads.some(({ path }) => findUserKind(path) !== undefined)) return [];
  return [['detail.performedBy.user', (user) => keysAmong(user, userKinds)]];
}

function listCaseRules(reads: readonly Read[]): readonly Rule[] {
  const rules: readonly Rule[] = [
    ['detail.eventType', exactly],
    ['detail.changedFieldIds', oneOrMore],
  ];
  // Beside named fields an open map would permit their absence; Pact accepts further fields anyway.
  return reads.some(({ field }) => field !== undefined) ? rules : [...rules, ['detail.case.fields', anyFields]];
}

function listRelatedItemRules(eventType: EventType): readonly Rule[] {
  return [
    ['detail.eventType', (type) => spelled(type, listEventTypeSpellings(eventType))],
    ['detail.relatedItem.relatedItemType', anyItemTypeSpelling],
    ['detail.changedAttributes', oneOrMore],
    ['detail.relatedItem.custom.fields', anyItemFields],
    ['detail.relatedItem.sla.slaConfiguration.targetFieldValues', anyFieldValues],
  ];
}

function listEventTypeSpellings(eventType: EventType): readonly string[] {
  const readings = Object.keys(
    openQuestions.relatedItemEventType.readings,
  ) as (typeof defaultDialect.relatedItemEventType)[];
  return readings.map((relatedItemEventType) => spellEventType(eventType, { ...defaultDialect, relatedItemEventType }));
}

function anyItemTypeSpelling(itemType: Json): Json {
  // Any name matches an unknown type: the type matcher at the root already says so.
  if (itemType === unknownItemType) return itemType;
  const readings = Object.keys(openQuestions.relatedItemType.readings) as (typeof defaultDialect.relatedItemType)[];
  const spellings = readings.map((reading) =>
    spellItemType(itemType as string, { ...defaultDialect, relatedItemType: reading }),
  );
  return spelled(itemType, spellings);
}

function anyFields(fields: Json): Json {
  return anyKeys(
    Object.fromEntries(Object.entries(fields as object).map(([id, { value }]) => [id, { value: anyMember(value) }])),
  );
}

function anyItemFields(fields: Json): Json {
  const [first, ...others] = fields as readonly { readonly id: Json; readonly value: Json }[];
  // One matcher holds for all elements; otherwise the pact would repeat it for each.
  return first === undefined ? fields : oneOrMore([{ ...first, value: anyMember(first.value) }, ...others]);
}

function anyFieldValues(values: Json): Json {
  const [first = {}, ...others] = values as readonly Json[];
  return oneOrMore([anyMember(first), ...others]);
}

function anyMember(value: Json): Json {
  return keysAmong(value, fieldValueMembers);
}
