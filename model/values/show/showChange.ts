import { isDeepStrictEqual } from '../../platform/nodeModules.ts';
import { isMembers, type Members } from '../members.ts';
import { cutToHead, cutToTail, measureLength } from '../text.ts';
import { showCount } from './showCount.ts';
import { showJson } from './showJson.ts';

/**
 * Shows two differing values, each on one short line. A long one is cut around the first difference, because two values
 * that differ only beyond the cut of {@link showJson} would look alike.
 * @returns the first value, and the second
 */
export function showChange(from: unknown, to: unknown): readonly [string, string] {
  if (typeof from === 'string' && typeof to === 'string') return showTexts(from, to);
  if (Array.isArray(from) && Array.isArray(to)) return showLists(from, to);
  if (isMembers(from) && isMembers(to)) return showObjects(from, to);
  return [showJson(from), showJson(to)];
}

/** The characters of a text before the first difference, and from it on. */
const BEFORE = 15;
const AFTER = 30;

function showTexts(from: string, to: string): readonly [string, string] {
  const same = countWhile(from.length, (place) => from[place] === to[place]);
  const showPart = (text: string): string => {
    // A difference at the beginning is shown anyway.
    if (isShort(text) || same <= BEFORE) return showJson(text);
    const begun = cutToTail(text, same - BEFORE);
    const cut = begun.length > BEFORE + AFTER ? cutToHead(begun, BEFORE + AFTER) : begun;
    return `${JSON.stringify(cut)} (${measureLength(text).toLocaleString('en')} characters)`;
  };
  return [showPart(from), showPart(to)];
}

function showLists(from: readonly unknown[], to: readonly unknown[]): readonly [string, string] {
  const shorter = Math.min(from.length, to.length);
  const before = countWhile(shorter, (place) => isDeepStrictEqual(from[place], to[place]));
  const after = countWhile(shorter - before, (place) => isDeepStrictEqual(from.at(-1 - place), to.at(-1 - place)));
  const [one, other] = [from, to].map((list) => list.slice(before, list.length - after)) as [unknown[], unknown[]];
  const first =
    one.length === 0 || other.length === 0
      ? [one, other].map(([item]) => showJson(item))
      : showChange(one[0], other[0]);
  const showPart = (list: readonly unknown[], differing: readonly unknown[], item: string): string => {
    if (isShort(list)) return showJson(list);
    const parts = [
      before > 0 ? '…' : '',
      differing.length > 0 ? item : '',
      differing.length > 1 || after > 0 ? '…' : '',
    ];
    const text = parts.filter((part) => part !== '').join(', ');
    return `[${text}] (${showCount(list.length, 'element')})`;
  };
  return [showPart(from, one, first[0] as string), showPart(to, other, first[1] as string)];
}

function showObjects(from: Members, to: Members): readonly [string, string] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const name = names.find((one) => !isDeepStrictEqual(from[one], to[one])) ?? '';
  const values = showChange(from[name], to[name]);
  const showPart = (object: Members, value: string): string => {
    if (isShort(object)) return showJson(object);
    const member = Object.hasOwn(object, name) ? [`${JSON.stringify(name)}:${value}`] : [];
    const isWhole = Object.keys(object).length === member.length;
    return `{${[...member, ...(isWhole ? [] : ['…'])].join(', ')}}`;
  };
  return [showPart(from, values[0]), showPart(to, values[1])];
}

/** Whether a value is shown whole. */
function isShort(value: unknown): boolean {
  return showJson(value) === JSON.stringify(value);
}

/** How many of the first places, below a limit, all fulfil a condition. */
function countWhile(limit: number, holds: (place: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count++;
  return count;
}
