import { type Domain, listCustomFields } from '../../../../model/domain/domain.ts';
import { eventTypeSpellings } from '../../../../model/event/parseEventType.ts';
import { listItemTypeSpellings } from '../../../../model/event/parseItemType.ts';
import { systemFieldIds } from '../../../../model/facts/fieldTypes.ts';
import { openQuestions } from '../../../../model/facts/openQuestions.ts';
import { relatedItemTypes } from '../../../../model/facts/relatedItemTypes.ts';
import { compileConditions } from '../../../../model/rule/compileConditions.ts';
import type { EventPath } from '../../../../model/values/eventPath.ts';
import { didYouMean, findNearest, listWords } from '../../../../model/values/invalidArgument.ts';
import { shorten } from '../../../../model/values/text.ts';
import { findFieldAt } from './fieldPlace.ts';

/** All values that a place can have, as far as AWS's pages and the domain say. */
export interface KnownValues {
  readonly values: readonly string[];
  /** What people may write instead of a value, such as the name of a field instead of its id. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether other values may come all the same: then only a misspelt one is found. */
  readonly isOpen: boolean;
  /** A sentence about a value beside them. */
  explain(value: string): string;
}

/** The values that a place can have; undefined for a place with free values. */
export function findKnownValues(path: EventPath, domain: Domain): KnownValues | undefined {
  const place = path.join('.');
  const fixed = Object.hasOwn(byPlace, place) ? byPlace[place]?.(domain) : undefined;
  if (fixed !== undefined) return fixed;
  const field = findFieldAt(path, domain);
  const { options } = field ?? {};
  if (field === undefined || options === undefined || path.at(-1) !== 'stringValue') return undefined;
  if (field.name === 'status')
    return makeKnown(
      options,
      (value) => `AWS's own statuses are ${listWords(options)}, and ${value} is none of them.`,
      {
        isOpen: true,
      },
    );
  return makeKnown(
    options,
    (value) => `The domain has no option ${value} of ${field.name}, only ${shorten(listWords(options), MOST_SHOWN)}.`,
  );
}

const MOST_SHOWN = 200;

const byPlace: Readonly<Record<string, (domain: Domain) => KnownValues | undefined>> = {
  'detail.eventType': () =>
    makeKnown([...eventTypeSpellings, 'AwsApiCall'], (value) => `AWS's pages name no event type ${value}.`),
  'detail.relatedItem.relatedItemType': () =>
    makeKnown(
      relatedItemTypes.flatMap(listItemTypeSpellings),
      (value) => `AWS's pages name no related item type ${value}.`,
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
        ),
  'detail.changedFieldIds': (domain) => {
    const fields = listCustomFields(domain);
    return makeKnown(
      [...systemFieldIds, ...fields.map(({ id }) => id)],
      (value) => {
        const named = fields.find(({ name }) => JSON.stringify(name) === value);
        if (named === undefined) return `The domain has no field with the id ${value}.`;
        return `changedFieldIds has the ids of fields, not their names: ${named.name} is ${JSON.stringify(named.id)}.`;
      },
      { aliases: new Map(fields.map(({ name, id }) => [name, id])) },
    );
  },
};

function makeKnown(
  values: readonly string[],
  explain: (value: string) => string,
  { aliases = new Map(), isOpen = false }: Partial<KnownValues> = {},
): KnownValues {
  return { values, aliases, isOpen, explain: (value) => explain(JSON.stringify(value)) };
}

/** A condition that no known value meets, and the value that its author may have meant. */
export interface DeadCondition {
  readonly condition: unknown;
  readonly meant?: string;
  /** Why nothing meets it, and what it may mean. */
  readonly because: string;
}

/** The conditions of a leaf that no known value of its place meets. Absence is no value. */
export function listDeadConditions(path: EventPath, conditions: string, domain: Domain): readonly DeadCondition[] {
  const known = findKnownValues(path, domain);
  if (known === undefined) return [];
  const all = JSON.parse(conditions) as unknown[];
  const tested = all.map((condition) => ({ condition, admits: compileConditions([condition]) }));
  const others = known.values.filter((value) => !tested.some(({ admits }) => admits(value)));
  return tested.flatMap(({ condition, admits }): DeadCondition[] => {
    const word = readWord(condition);
    if (word === undefined || known.values.some(admits)) return [];
    const misspelt = known.values.find((value) => simplify(value) === simplify(word));
    if (known.isOpen && misspelt === undefined) return [];
    const alias = known.aliases.get(word);
    const meant = alias ?? misspelt ?? findClose(word, others) ?? findAlias(word, known);
    const hint = alias === undefined && meant !== undefined ? didYouMean(meant, [meant]) : undefined;
    return [
      {
        condition,
        ...(meant === undefined ? {} : { meant }),
        because: [known.explain(word), hint].filter((part) => part !== undefined).join(' '),
      },
    ];
  });
}

/** The value that differs in one letter or two: most guesses beyond are wrong. */
function findClose(word: string, values: Iterable<string>): string | undefined {
  return findNearest(word, values, Math.min(2, Math.floor(word.length / 3)));
}

function findAlias(word: string, { aliases }: KnownValues): string | undefined {
  const nearest = findClose(word, aliases.keys());
  return nearest === undefined ? undefined : aliases.get(nearest);
}

/** The text of a condition that names values: absence and all values but some name none. */
function readWord(condition: unknown): string | undefined {
  if (typeof condition !== 'object' || condition === null) return String(condition);
  const [[operator, operand] = []] = Object.entries(condition);
  if (operator === 'exists' || operator === 'anything-but') return undefined;
  return typeof operand === 'string' ? operand : JSON.stringify(operand);
}

function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
