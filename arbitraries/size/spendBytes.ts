import { limits } from '../../model/facts/limits.ts';
import { bytesPerCodePoint, type cutLongText, type TextKind } from '../values/textPool.ts';
import type { Capacity } from './capacity.ts';
import type { AddedText } from './extraFields.ts';
import type { PaddingSite } from './paddingSite.ts';

/**
 * Spends exactly `bytes`: evenly on the texts, those of added fields last. What is less than one character goes to
 * ASCII, the rest to identifiers.
 */
export function spendBytes(
  bytes: number,
  { texts, identifiers }: Pick<Capacity, 'texts' | 'identifiers'>,
  added: readonly AddedText[],
  textKind: TextKind,
  makeText: typeof cutLongText,
): void {
  const width = bytesPerCodePoint[textKind];
  let left = bytes;
  let waiting = texts.length + added.length;
  const even = left / waiting / width;
  // Texts with the least room come first: the others share what they cannot take.
  const ordered = texts.some(({ room }) => room < even) ? texts.toSorted((a, b) => a.room - b.room) : texts;
  const used: number[] = [];
  for (const { holder, member, room, start } of ordered) {
    const units = countUnits(left / waiting--, width, room);
    if (units > 0) holder[member] += makeText(textKind, units, start);
    left -= units * width;
    used.push(units);
  }
  for (let index = 0; index < added.length; index++) {
    const units = countUnits(left / waiting--, width, limits.fieldText);
    (added[index] as AddedText).stringValue = makeText(textKind, units, index * STRIDE);
    left -= units * width;
    used.push(units);
  }
  if (left > 0 && left < width) left -= spendOnAscii(left, ordered, added, used, makeText);
  left -= spendOnIdentifiers(left, identifiers);
  if (left !== 0) throw new Error(`${left} bytes were left over while filling an event; please report this.`);
}

/** The texts of neighbouring added fields begin this far from each other in their pool. */
const STRIDE = 577;

/** Spends less than one character of the kind on ASCII, in the texts with room; returns the bytes spent. */
function spendOnAscii(
  bytes: number,
  texts: readonly PaddingSite[],
  added: readonly AddedText[],
  used: readonly number[],
  makeText: typeof cutLongText,
): number {
  let left = bytes;
  for (let index = 0; left > 0 && index < used.length; index++) {
    const site = texts[index];
    const most = site === undefined ? limits.fieldText : site.room;
    const units = countUnits(left, 1, most - (used[index] as number));
    if (units === 0) continue;
    if (site === undefined) {
      const value = added[index - texts.length] as AddedText;
      value.stringValue += makeText('ascii', units, value.stringValue === '' ? (index - texts.length) * STRIDE : 0);
    } else site.holder[site.member] += makeText('ascii', units, site.start);
    left -= units;
  }
  return bytes - left;
}

/** Makes identifiers longer, the last one alone if it has room for all; returns the bytes spent. */
function spendOnIdentifiers(bytes: number, identifiers: readonly PaddingSite[]): number {
  let left = bytes;
  const last = identifiers.at(-1);
  for (const { holder, member, width, room } of last !== undefined && left <= last.room ? [last] : identifiers) {
    const units = countUnits(left, width, room);
    const id = holder[member] as string;
    if (units > 0) holder[member] = id.padEnd(id.length + units, '0');
    left -= units * width;
  }
  return bytes - left;
}

/** How many units of `width` bytes fit into a share of bytes and into the room. */
function countUnits(share: number, width: number, room: number): number {
  return Math.max(0, Math.min(Math.floor(share / width), room));
}
