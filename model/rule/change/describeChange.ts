import { limits } from '../../facts/limits.ts';
import { formatSegment } from '../../values/eventPath.ts';
import { showJson } from '../../values/show/showJson.ts';
import type { Place } from '../json/jsonNode.ts';
import { sourceOnly } from './sourceOnly.ts';

/**
 * What to write and what to remove so that a pattern becomes another one, a line for each place. Who follows the lines
 * has the other pattern: a place is the topmost that goes.
 * @param argument the name of the pattern, such as `options.rule`
 */
export function describeChange(argument: string, before: object, after: object): readonly string[] {
  const isNew = JSON.stringify(after) === JSON.stringify(sourceOnly) && !Object.hasOwn(before, 'source');
  if (isNew) return [`${argument}: write ${JSON.stringify(sourceOnly)} instead of the pattern`];
  return listLines(argument, [], before, after);
}

function listLines(argument: string, place: Place, before: unknown, after: unknown): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const where = `${argument}${place.map(formatSegment).join('')}`;
  if (after === undefined) return [`${where}: remove it`];
  if (!haveSameParts(place, before, after)) return [`${where}: write ${showJson(after, MOST_SHOWN)}`];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after as object)])];
  return keys.flatMap((key) => {
    const inner = [...place, Array.isArray(before) ? Number(key) : key];
    return listLines(argument, inner, readPart(before, key), readPart(after as object, key));
  });
}

/** Whether both are objects, or both are as many branches of `$or`. */
function haveSameParts(place: Place, before: unknown, after: unknown): before is object {
  if (typeof before !== 'object' || before === null || typeof after !== 'object' || after === null) return false;
  if (!Array.isArray(before)) return !Array.isArray(after);
  return Array.isArray(after) && place.at(-1) === '$or' && after.length === before.length;
}

function readPart(whole: object, key: string): unknown {
  return (whole as Record<string, unknown>)[key];
}

/** The most characters of a list of conditions: as many as a pattern may have. */
const MOST_SHOWN: number = limits.eventPattern;
