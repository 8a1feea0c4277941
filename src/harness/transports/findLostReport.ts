import type { EventPath } from '../../../model/values/eventPath.ts';
import { didYouMean } from '../../../model/values/invalidArgument.ts';
import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';
import { parseIfJson } from '../../../model/values/json/parseIfJson.ts';
import { isMembers } from '../../../model/values/members.ts';
import type { Message } from './message.ts';

/** The levels of an answer that are examined: the body of an API's answer, a list in it, a failure in that. */
const DEEPEST = 5;

/** The parts of an answer that are examined: a large answer is no report. */
const MOST_LOOKED_AT = 1000;

/** A value that was meant as a report of failed records. */
export interface LostReport {
  /** The sign by which it is recognized. */
  readonly what: string;
  /** Its place, as names of members; empty for the answer itself. */
  readonly path: EventPath;
}

/**
 * A report of failed records in a place or form that Lambda does not read: in a list, a text of JSON, a Map or Set, or
 * under another name.
 * @param identifiers the names of a record's identifiers, and how to make their values
 */
export function findLostReport(
  answer: unknown,
  messages: readonly Message[],
  identifiers: readonly (readonly [name: string, of: (message: Message) => string])[],
): LostReport | undefined {
  let left = MOST_LOOKED_AT;
  return search(answer, []);

  function search(value: unknown, path: EventPath): LostReport | undefined {
    if (path.length > DEEPEST || left-- < 0) return undefined;
    const members = listMembers(value);
    for (const [name, member] of members) {
      const what = findMeant(name, member);
      if (what !== undefined) return { what, path };
    }
    for (const [name, part] of [...members, ...listItems(value).map((item) => [undefined, item] as const)]) {
      const below = name === undefined ? path : [...path, name];
      const found = search(part, below) ?? (isOfFailures(below) ? identifierIn(part, below) : undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function identifierIn(value: unknown, path: EventPath): LostReport | undefined {
    const texts = [value, ...listMembers(value).map(([, member]) => member), ...listItems(value)];
    const known = identifiers.find(([, of]) => messages.some((message) => texts.includes(of(message))));
    return known && { what: `the ${known[0]} of a record`, path };
  }
}

/** The intended member for a name; a count is not meant as a list. */
function findMeant(name: string, member: unknown): string | undefined {
  const words = typeof member === 'string' ? ['itemIdentifier'] : isObjectOrList(member) ? ['batchItemFailures'] : [];
  return words.find((word) => didYouMean(name, [word]) !== undefined);
}

function isOfFailures(path: EventPath): boolean {
  return /fail|error|retr/i.test(path.at(-1) ?? '');
}

/** The members of an object, a Map, or a JSON text with an object. */
function listMembers(value: unknown): readonly (readonly [string, unknown])[] {
  const thing = parseIfPossible(value);
  if (isA('Map', thing)) return [...(thing as Map<string, unknown>)].filter(([name]) => typeof name === 'string');
  return isMembers(thing) && !isA('Set', thing) ? Object.entries(thing) : [];
}

/** The items of a list, a Set, or a JSON text with a list. */
function listItems(value: unknown): readonly unknown[] {
  const thing = parseIfPossible(value);
  return Array.isArray(thing) || isA('Set', thing) ? [...(thing as Iterable<unknown>)] : [];
}

/** Whether a value is a Map or Set of any realm. */
function isA(kind: 'Map' | 'Set', thing: unknown): boolean {
  return Object.prototype.toString.call(thing) === `[object ${kind}]`;
}

function parseIfPossible(value: unknown): unknown {
  return typeof value === 'string' && /^\s*[[{"]/.test(value) ? parseIfJson(value) : value;
}
