import { documentedNames } from '../event/documentedNames.ts';
import { facts } from '../facts/facts.ts';
import { describeThrown } from '../platform/describeThrown.ts';
import type { ValuePath } from '../values/eventPath.ts';
import { type PlacedIssue, toInvalidCaseEvent } from './invalidCaseEvent.ts';

/** The most nested levels. Events of AWS have about ten, and recursive readers would overflow the stack. */
const MOST_LEVELS = 1000;

/** The segments shown of a path that is too deep. */
const SHOWN = 2;

interface Place {
  readonly value: object;
  readonly step?: string | number;
  readonly above?: Place;
  readonly levels: number;
}

/** The first member that cannot be read: it throws, or is nested too deep. Each object is read once. */
export function findUnreadableMember(value: unknown): PlacedIssue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const seen = new Set<object>([value]);
  const left: Place[] = [{ value, levels: 1 }];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    if (place.levels > MOST_LEVELS) return makeDepthIssue(place);
    const parts = listParts(place);
    if (!Array.isArray(parts)) return parts;
    for (const [segment, part] of parts) {
      if (typeof part !== 'object' || part === null || seen.has(part)) continue;
      seen.add(part);
      left.push({ value: part, step: segment, above: place, levels: place.levels + 1 });
    }
  }
  return undefined;
}

function listParts(place: Place): [step: string | number, part: unknown][] | PlacedIssue {
  const { value } = place;
  let segment: string | number | undefined;
  try {
    const parts: [string | number, unknown][] = [];
    for (const name of listNames(value)) {
      segment = Array.isArray(value) ? Number(name) : name;
      parts.push([segment, (value as Record<string, unknown>)[name]]);
    }
    return parts;
  } catch (error) {
    return throws([...listSegments(place), ...(segment === undefined ? [] : [segment])], error);
  }
}

/** The value's own names, and those of its class that an event may have. */
function listNames(value: object): readonly string[] {
  const own = Object.keys(value);
  if (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) return own;
  return [...new Set([...own, ...[...documentedNames].filter((name) => name in value)])];
}

function listSegments({ step: segment, above }: Place): ValuePath {
  return segment === undefined || above === undefined ? [] : [...listSegments(above), segment];
}

function throws(segments: ValuePath, error: unknown): PlacedIssue {
  return toInvalidCaseEvent({
    segments,
    received: `a member that throws when it is read (${describeThrown(error)})`,
    allowed: 'plain data, as JSON.parse makes it',
    fact: facts.envelope,
  });
}

function makeDepthIssue(place: Place): PlacedIssue {
  const most = MOST_LEVELS.toLocaleString('en');
  return toInvalidCaseEvent({
    segments: listSegments(place).slice(0, SHOWN),
    received: `more than ${most} nested objects and lists`,
    allowed: `up to ${most}`,
    fact: facts.envelope,
  });
}
