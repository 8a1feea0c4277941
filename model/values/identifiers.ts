import { mix } from './seededRandom.ts';

/**
 * A UUID (version 4) from a number. The same number gives the same UUID, and another `purpose` gives another one. It
 * makes the whole text at once: joining pieces takes half as long again, and so does writing the joined text.
 */
export function makeUuid(number: number, purpose: number = 0): string {
  const a = mix(number ^ Math.imul(purpose + 1, 0x9e3779b1));
  const b = mix(a ^ number);
  const c = mix(b + 0x51ed270b);
  const d = mix(c ^ a);
  return String.fromCharCode(
    getDigit(a >>> 28),
    getDigit(a >>> 24),
    getDigit(a >>> 20),
    getDigit(a >>> 16),
    getDigit(a >>> 12),
    getDigit(a >>> 8),
    getDigit(a >>> 4),
    getDigit(a),
    DASH,
    getDigit(b >>> 28),
    getDigit(b >>> 24),
    getDigit(b >>> 20),
    getDigit(b >>> 16),
    DASH,
    FOUR,
    getDigit(b >>> 8),
    getDigit(b >>> 4),
    getDigit(b),
    DASH,
    getDigit(0x8 | ((c >>> 4) & 0x3)),
    getDigit(c),
    getDigit(c >>> 12),
    getDigit(c >>> 8),
    DASH,
    getDigit(c >>> 28),
    getDigit(c >>> 24),
    getDigit(c >>> 20),
    getDigit(c >>> 16),
    getDigit(d >>> 28),
    getDigit(d >>> 24),
    getDigit(d >>> 20),
    getDigit(d >>> 16),
    getDigit(d >>> 12),
    getDigit(d >>> 8),
    getDigit(d >>> 4),
    getDigit(d),
  );
}

const DASH = 0x2d;
const FOUR = 0x34;
const DIGITS = Uint8Array.from('0123456789abcdef', (character) => character.charCodeAt(0));

/** The code of the hexadecimal digit for the last four bits. */
function getDigit(bits: number): number {
  return DIGITS[bits & 0xf] as number;
}

/** An identifier of a given length: it begins with `start`, by default a UUID, and continues in hexadecimal digits. */
export function makeLongIdentifier(length: number, start: string = LONG): string {
  return (start + LONG.slice(start.length)).slice(0, length);
}

const LONG = `${makeUuid(20_221_004)}${'0123456789abcdef'.repeat(32)}`;

/** A reference number as AWS gives one to each case: nine characters, digits and all letters. */
export function makeReferenceNumber(number: number): string {
  const high = mix(number) >>> 0;
  const low = mix(high ^ number) >>> 0;
  return (high * 2 ** 20 + (low >>> 12)).toString(36).toUpperCase().padStart(9, '0').slice(-9);
}
