import { optionalContentMembers } from '../model/event/contentPaths.ts';
import type { Read } from '../model/event/paths.ts';
import { makeSample } from '../model/event/samples.ts';
import { type EventType, isRelatedItemEventType } from '../model/facts/eventTypes.ts';
import { unknownItemType } from '../model/facts/relatedItemTypes.ts';
import { valueAt } from '../model/values/eventPath.ts';
import type { Contract } from './contract.ts';
import type { Json } from './matchers.ts';

/** The segments that every body carries, because they identify the event kind. */
function listCarriedSegments(eventType: EventType): readonly (readonly string[])[] {
  const always = [['source'], ['detail-type'], ['detail', 'eventType']];
  return isRelatedItemEventType(eventType) ? [...always, ['detail', 'relatedItem', 'relatedItemType']] : always;
}

/** The related item type of a contract's body: its own, or Comment for a list row, or else the first that it plays. */
function chooseItemType({ itemType, itemTypes }: Contract): string {
  if (itemType === undefined) return 'Comment';
  if (itemType !== 'otherwise') return itemType;
  return itemTypes.find((type) => type !== unknownItemType) ?? unknownItemType;
}

/**
 * The sample in the default dialect, cut down to the contract's reads and the members of every body. An object that
 * is read as a whole omits its optional members: a contract that needs one names it.
 */
export function buildExampleBody(contract: Contract, reads: readonly Read[]): Json {
  const { eventType, domain } = contract;
  const event = makeSample(eventType, domain, { itemType: chooseItemType(contract) });
  let body: Json = {};
  for (const segments of listCarriedSegments(eventType)) body = put(body, segments, valueAt(event, segments) as Json);
  // Whole objects first, so that a member that is also read lands in its object.
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
  if (path !== 'case.fields') return removeOptionalMembers(value, path);
  if (reads.some(({ field }) => field !== undefined)) return undefined;
  return Object.fromEntries(Object.entries(value as object).slice(0, 1)) as Json;
}

function removeOptionalMembers(value: Json, path: string): Json {
  const members = [...Object.keys(optionalContentMembers), 'performedBy.user'].filter((name) =>
    name.startsWith(`${path}.`),
  );
  return members.reduce((rest, name) => removeMember(rest, name.slice(path.length + 1).split('.')), value);
}

function removeMember(value: Json, [segment = '', ...segments]: readonly string[]): Json {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, Json][] => {
    if (key !== segment) return [[key, inner]];
    return segments.length === 0 ? [] : [[key, removeMember(inner, segments)]];
  });
  return Object.fromEntries(entries);
}

/** A copy with another value at these segments. It makes missing objects on the way. */
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
