import { mix } from './seededRandom.ts';

/**
 * A UUID (version 4) from a number. The same number gives the same UUID, and another `purpose` gives another one. It
 * makes the whole text at once: joining pieces takes half as long again, and so does writing the joined text.
 */
export function uuid(number: number, purpose: number = 0): string {
  const a = mix(number ^ Math.imul(purpose + 1, 0x9e3779b1));
  const b = mix(a ^ number);
  const c = mix(b + 0x51ed270b);
  const d = mix(c ^ a);
  return String.fromCharCode(
    digit(a >>> 28),
    digit(a >>> 24),
    digit(a >>> 20),
    digit(a >>> 16),
    digit(a >>> 12),
    digit(a >>> 8),
    digit(a >>> 4),
    digit(a),
    DASH,
    digit(b >>> 28),
    digit(b >>> 24),
    digit(b >>> 20),
    digit(b >>> 16),
    DASH,
    FOUR,
    digit(b >>> 8),
    digit(b >>> 4),
    digit(b),
    DASH,
    digit(0x8 | ((c >>> 4) & 0x3)),
    digit(c),
    digit(c >>> 12),
    digit(c >>> 8),
    DASH,
    digit(c >>> 28),
    digit(c >>> 24),
    digit(c >>> 20),
    digit(c >>> 16),
    digit(d >>> 28),
    digit(d >>> 24),
    digit(d >>> 20),
    digit(d >>> 16),
    digit(d >>> 12),
    digit(d >>> 8),
    digit(d >>> 4),
    digit(d),
  );
}

const DASH = 0x2d;
const FOUR = 0x34;
const DIGITS = Uint8Array.from('0123456789abcdef', (character) => character.charCodeAt(0));

/** The code of the hexadecimal digit for the last four bits. */
function digit(bits: number): number {
  return DIGITS[bits & 0xf] as number;
}

/** An identifier of a given length: it begins with `start`, by default a UUID, and continues in hexadecimal digits. */
export function longIdentifier(length: number, start: string = LONG): string {
  return (start + LONG.slice(start.length)).slice(0, length);
}

const LONG = `${uuid(20_221_004)}${'0123456789abcdef'.repeat(32)}`;

/** A reference number as AWS gives one to each case: nine characters, digits and all letters. */
export function referenceNumber(number: number): string {
  const high = mix(number) >>> 0;
  const low = mix(high ^ number) >>> 0;
  return (high * 2 ** 20 + (low >>> 12)).toString(36).toUpperCase().padStart(9, '0').slice(-9);
}
