import fc from 'fast-check';
import type { PaddingSite } from '../../../arbitraries/size/paddingSite.ts';
import { spendBytes } from '../../../arbitraries/size/spendBytes.ts';
import { bytesPerCodePoint, cutLongText, textKinds } from '../../../arbitraries/values/textPool.ts';
import { countJsonBytes } from '../../../model/values/json/countJsonBytes.ts';
import { measureLength } from '../../../model/values/text.ts';

function sitesOf(rooms: readonly number[], width: number = 1): PaddingSite[] {
  return rooms.map((room, index) => ({ holder: { text: '' }, member: 'text', width, room, start: index }));
}

function textsOf(sites: readonly PaddingSite[]): string[] {
  return sites.map(({ holder }) => holder.text as string);
}

/** The code points of each text if they are handed out one at a time, in turns, to texts with room. */
function handOut(units: number, rooms: readonly number[]): number[] {
  const given = rooms.map(() => 0);
  for (let left = units; left > 0; ) {
    const before = left;
    rooms.forEach((room, index) => {
      if (left > 0 && (given[index] as number) < room) {
        given[index] = (given[index] as number) + 1;
        left--;
      }
    });
    if (left === before) break;
  }
  return given;
}

test('all bytes are spent, within the room of every text', () => {
  const property = fc.property(
    fc.array(fc.nat(300), { minLength: 1, maxLength: 6 }),
    fc.nat(3),
    fc.constantFrom(...textKinds),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (rooms, count, textKind, share) => {
      const texts = sitesOf(rooms);
      const identifiers = sitesOf([200, 300]);
      const added = Array.from({ length: count }, () => ({ stringValue: '' }));
      const room = rooms.reduce((sum, each) => sum + each, 0) + count * 4100;
      const bytes = Math.floor(share * (room * bytesPerCodePoint[textKind] + 500));
      spendBytes(bytes, { texts, identifiers }, added, textKind, cutLongText);
      const written = [...textsOf(texts), ...textsOf(identifiers), ...added.map(({ stringValue }) => stringValue)];
      expect(written.reduce((sum, text) => sum + countJsonBytes(text) - 2, 0)).toBe(bytes);
      expect(texts.filter(({ holder, room }) => measureLength(holder.text as string) > room)).toEqual([]);
    },
  );
  fc.assert(property, { numRuns: 500, seed: 15 });
});

test('texts grow as evenly as if padded one character at a time', () => {
  const property = fc.property(
    fc.array(fc.nat(300), { minLength: 1, maxLength: 6 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (rooms, share) => {
      const texts = sitesOf(rooms);
      const units = Math.floor(share * rooms.reduce((sum, each) => sum + each, 0));
      spendBytes(units, { texts, identifiers: sitesOf([500]) }, [], 'ascii', cutLongText);
      const lengths = textsOf(texts).map(({ length }) => length);
      const expected = handOut(units, rooms);
      expect(lengths.filter((length, index) => Math.abs(length - (expected[index] as number)) > 1)).toEqual([]);
    },
  );
  fc.assert(property, { numRuns: 500, seed: 15 });
});

test('bytes that nothing can take are an internal error', () => {
  expect(() => spendBytes(7, { texts: sitesOf([3]), identifiers: [] }, [], 'ascii', cutLongText)).toThrow(
    '4 bytes were left over while filling an event; please report this.',
  );
});

test('bytes that just fit into the last identifier leave the others as they are', () => {
  const identifiers = sitesOf([5, 5]);
  spendBytes(5, { texts: sitesOf([0]), identifiers }, [], 'ascii', cutLongText);
  expect(textsOf(identifiers)).toEqual(['', '00000']);
});
