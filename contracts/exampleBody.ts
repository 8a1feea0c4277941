import { optionalContentMembers } from '../model/event/contentPaths.ts';
import { type Read, valueAt } from '../model/event/paths.ts';
import { sample } from '../model/event/samples.ts';
import { type EventType, isRelatedItemEventType } from '../model/facts/eventTypes.ts';
import { unknownItemType } from '../model/facts/relatedItemTypes.ts';
import type { Contract } from './contract.ts';
import type { Json } from './matchers.ts';

/** The steps of what every body carries, because it says which event it is. */
function carriedSteps(eventType: EventType): readonly (readonly string[])[] {
  const always = [['source'], ['detail-type'], ['detail', 'eventType']];
  return isRelatedItemEventType(eventType) ? [...always, ['detail', 'relatedItem', 'relatedItemType']] : always;
}

/** The related item type of a contract's body: what it names, a Comment for a list row, else the first that it plays. */
function bodyItemType({ itemType, itemTypes }: Contract): string {
  if (itemType === undefined) return 'Comment';
  if (itemType !== 'otherwise') return itemType;
  return itemTypes.find((type) => type !== unknownItemType) ?? unknownItemType;
}

/**
 * The sample in the documented dialect, cut down to what is read and what every body carries. A whole that is read has
 * none of its optional members: whoever reads one of them names it.
 */
export function exampleBody(contract: Contract, reads: readonly Read[]): Json {
  const { eventType, domain } = contract;
  const event = sample(eventType, domain, { itemType: bodyItemType(contract) });
  let body: Json = {};
  for (const segments of carriedSteps(eventType)) body = put(body, segments, valueAt(event, segments) as Json);
  // Wholes first: a member that is read by itself then lands in the whole.
  for (const read of reads.toSorted((a, b) => a.segments.length - b.segments.length)) {
    const value = readValue(read, event, reads);
    if (value !== undefined) body = put(body, read.segments, value);
  }
  return body;
}

function readValue({ path, segments }: Read, event: unknown, reads: readonly Read[]): Json | undefined {
  const optional = optionalValues[path];
  if (optional !== undefined) return optional;
  const value = valueAt(event, segments) as Json;
  if (path !== 'case.fields') return withoutOptional(value, path);
  if (reads.some(({ field }) => field !== undefined)) return undefined;
  return Object.fromEntries(Object.entries(value as object).slice(0, 1)) as Json;
}

function withoutOptional(value: Json, path: string): Json {
  const members = [...Object.keys(optionalContentMembers), 'performedBy.user'].filter((name) =>
    name.startsWith(`${path}.`),
  );
  return members.reduce((rest, name) => without(rest, name.slice(path.length + 1).split('.')), value);
}

function without(value: Json, [segment = '', ...segments]: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    if (key !== segment) return [[key, inner]];
    return segments.length === 0 ? [] : [[key, without(inner, segments)]];
  });
  return Object.fromEntries(entries);
}

/** A copy with another value at some steps; the objects on the way are made where they are missing. */
export function put(whole: Json, [step, ...segments]: readonly string[], value: Json): Json {
  if (step === undefined) return value;
  const members = new Map(Object.entries(whole as { [key: string]: Json }));
  members.set(step, put(members.get(step) ?? {}, segments, value));
  return Object.fromEntries(members);
}

const optionalValues: Readonly<Record<string, Json>> = {
  ...optionalContentMembers,
  'performedBy.user.customEntity': 'CasesAutomation',
};
