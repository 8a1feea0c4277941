import { type Domain, listCustomFields } from '../../../../model/domain/domain.ts';
import { contentPaths } from '../../../../model/event/contentPaths.ts';
import { eventTypeSpellings, listEventTypeSpellings, parseEventType } from '../../../../model/event/parseEventType.ts';
import { listItemTypeSpellings, parseItemType } from '../../../../model/event/parseItemType.ts';
import { systemFieldIds, systemFields } from '../../../../model/facts/fieldTypes.ts';
import { openQuestions } from '../../../../model/facts/openQuestions.ts';
import {
  commentContentTypes,
  contactChannels,
  relatedItemTypes,
  slaStatuses,
  slaTypes,
} from '../../../../model/facts/relatedItemTypes.ts';
import { listWords } from '../../../../model/values/invalidArgument.ts';
import { shorten } from '../../../../model/values/text.ts';
import { findAskedFields } from './fieldPlace.ts';
import type { AskingLeaf } from './trap.ts';

/** All values that a place can have, as far as AWS's pages and the domain say. */
export interface KnownValues {
  readonly values: readonly string[];
  /** What people may write instead of a value, such as the name of a field instead of its id. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether other values may come all the same: then only a misspelt one is found. */
  readonly isOpen: boolean;
  /** Whether the domain says them. */
  readonly isOfDomain: boolean;
  /** Every spelling of a value, in whatever reading. */
  spell(value: string): readonly string[];
  /** A sentence about a value beside them. */
  explain(value: string): string;
  /** What to add to the domain so that it has a value; absent where the domain says nothing, or has such ids only. */
  grow?(value: string): string | undefined;
}

/** The values that a leaf's place can have; undefined for a place with free values. */
export function findKnownValues(leaf: AskingLeaf, domain: Domain): KnownValues | undefined {
  const place = leaf.path.join('.');
  const fixed = Object.hasOwn(byPlace, place) ? byPlace[place]?.(domain) : undefined;
  return fixed ?? findOptions(leaf, domain);
}

/** The options of the fields that a leaf may look into. */
function findOptions(leaf: AskingLeaf, domain: Domain): KnownValues | undefined {
  const { fields = [], rest = [] } = findAskedFields(leaf, domain) ?? {};
  if (rest.join('.') !== 'value.stringValue') return undefined;
  const options = [...new Set(fields.flatMap((field) => field.options ?? []))];
  if (options.length === 0) return undefined;
  const [field, ...others] = fields.filter((one) => one.options !== undefined);
  if (field?.name === 'status') return statuses;
  const explain = (value: string): string =>
    others.length === 0
      ? `The domain has no option ${value} of ${field?.name}, only ${shorten(listWords(options), MOST_SHOWN)}.`
      : `No field of the domain has the option ${value}.`;
  // Fields of other types have free texts there.
  const isOpen = fields.some(({ type }) => !['SingleSelect', 'Number', 'Boolean'].includes(type));
  const grow = (value: string): string | undefined =>
    others.length === 0 ? `domain.fields.${field?.name}.options: add ${JSON.stringify(value)}` : undefined;
  return makeKnown(options, explain, { isOpen, isOfDomain: true, grow });
}

const MOST_SHOWN = 200;

/** AWS's own ones. A domain may have more (the fact `options`). */
const statuses = makeKnown(
  systemFields.status.options,
  (value) => `AWS's own statuses are ${listWords(systemFields.status.options)}, and ${value} is none of them.`,
  { isOpen: true },
);

const byPlace: Readonly<Record<string, (domain: Domain) => KnownValues | undefined>> = {
  'detail.eventType': () =>
    makeKnown([...eventTypeSpellings, 'AwsApiCall'], (value) => `AWS's pages name no event type ${value}.`, {
      spell: spellEventType,
    }),
  'detail.relatedItem.relatedItemType': () =>
    makeKnown(
      relatedItemTypes.flatMap(listItemTypeSpellings),
      (value) => `AWS's pages name no related item type ${value}.`,
      { spell: spellItemType },
    ),
  'detail-type': () =>
    makeKnown(
      [...Object.keys(openQuestions.detailType.readings), 'AWS API Call via CloudTrail'],
      (value) => `AWS's pages name no detail-type ${value} for events of Cases.`,
    ),
  'detail.case.templateId': ({ templates }) =>
    templates.length === 0
      ? undefined
      : makeKnown(
          templates,
          (value) => `The domain has no template ${value}, only ${shorten(listWords(templates), MOST_SHOWN)}.`,
          { isOfDomain: true, grow: (value) => growIds('domain.templates: add', templates, value) },
        ),
  'detail.changedFieldIds': (domain) =>
    makeFieldIds(domain, systemFieldIds, 'changedFieldIds has the ids of fields, not their names'),
  'detail.changedAttributes': () => makeAttributes(),
  'detail.relatedItem.comment.contentType': () => makeMembers('contentType', 'a comment', commentContentTypes),
  'detail.relatedItem.contact.channel': () =>
    makeKnown(contactChannels, (value) => `AWS's pages name no channel ${value}.`, { isOpen: true }),
  'detail.relatedItem.sla.slaConfiguration.type': () => makeMembers('type', 'an Sla', slaTypes),
  'detail.relatedItem.sla.slaConfiguration.status': () =>
    // One reading writes them in lower case.
    makeMembers('status', 'an Sla', slaStatuses, (status) => [status, status.toLowerCase()]),
  'detail.relatedItem.sla.slaConfiguration.targetFieldValues.stringValue': () => statuses,
  'detail.relatedItem.custom.fields.id': (domain) =>
    listCustomFields(domain).length === 0
      ? undefined
      : makeFieldIds(domain, [], 'Events have the ids of fields, not their names'),
};

function spellEventType(type: string): readonly string[] {
  const parsed = parseEventType(type);
  return parsed === undefined ? [type] : listEventTypeSpellings(parsed);
}

function spellItemType(type: string): readonly string[] {
  const parsed = parseItemType(type);
  return parsed === undefined ? [type] : listItemTypeSpellings(parsed);
}

function makeFieldIds(domain: Domain, more: readonly string[], explainName: string): KnownValues {
  const fields = listCustomFields(domain);
  return makeKnown(
    [...more, ...fields.map(({ id }) => id)],
    (value) => {
      const named = fields.find(({ name }) => JSON.stringify(name) === value);
      if (named === undefined) return `The domain has no field with the id ${value}.`;
      return `${explainName}: ${named.name} is ${JSON.stringify(named.id)}.`;
    },
    {
      aliases: new Map(fields.map(({ name, id }) => [name, id])),
      isOfDomain: true,
      grow: (value) =>
        growIds(
          'domain.fields: add the field with the id',
          fields.map(({ id }) => id),
          value,
        ),
    },
  );
}

/** A line that adds an id, if it has the form that all ids have. */
function growIds(line: string, ids: readonly string[], value: string): string | undefined {
  const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  return ids.every(isUuid) && !isUuid(value) ? undefined : `${line} ${JSON.stringify(value)}`;
}

/** The attributes of related items: the two names of a comment's body, and the members of contents. Others may come. */
function makeAttributes(): KnownValues {
  const members = Object.values(contentPaths).flatMap((paths) =>
    paths.map((path) => path.slice('relatedItem.'.length)),
  );
  const names = [...new Set([...Object.keys(openQuestions.changedAttributes.readings), ...members])];
  const aliases = new Map(
    names.flatMap((name) => [
      [name.split('.').at(-1) as string, name],
      [`relatedItem.${name}`, name],
      ...listEndings(name).map((ending): [string, string] => [ending, name]),
    ]),
  );
  return makeKnown(
    names,
    (value) => {
      const meant = aliases.get(JSON.parse(value) as string);
      return `AWS's pages name no attribute ${value} of a related item${meant === undefined ? '' : `, but "${meant}"`}.`;
    },
    { aliases, isOpen: true },
  );
}

/** A name without the first words of its last part: `comment.text` for `comment.commentText`. */
function listEndings(name: string): readonly string[] {
  const dot = name.lastIndexOf('.') + 1;
  const words = name.slice(dot).split(/(?=[A-Z])/);
  return words.slice(1).map((_, index) => {
    const ending = words.slice(index + 1).join('');
    return `${name.slice(0, dot)}${ending.charAt(0).toLowerCase()}${ending.slice(1)}`;
  });
}

/** The values of a member that the API of Cases lists. */
function makeMembers(
  member: string,
  whose: string,
  words: readonly string[],
  spell: (word: string) => readonly string[] = (word) => [word],
): KnownValues {
  const only = listWords(words);
  const explain = (value: string): string => `The API names no ${member} ${value} of ${whose}, only ${only}.`;
  return makeKnown(words.flatMap(spell), explain, { spell });
}

function makeKnown(
  values: readonly string[],
  explain: (value: string) => string,
  {
    aliases = new Map(),
    isOpen = false,
    isOfDomain = false,
    spell = (value) => [value],
    grow,
  }: Partial<KnownValues> = {},
): KnownValues {
  return {
    ...{ values, aliases, isOpen, isOfDomain, spell, ...(grow && { grow }) },
    explain: (value) => explain(JSON.stringify(value)),
  };
}
