import { mix } from './draws.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A UUID (version 4) from a number: the same number gives the same UUID, another `purpose` another one. */
export function uuid(number: number, purpose: number = 0): string {
  const a = mix(number ^ Math.imul(purpose + 1, 0x9e3779b1));
  const b = mix(a ^ number);
  const c = mix(b + 0x51ed270b);
  const d = mix(c ^ a);
  return `${word(a)}-${half(b)}-4${word(b).slice(5)}-${HEX[0x80 | (c & 0x3f)]}${HEX[(c >>> 8) & 0xff]}-${half(c >>> 16)}${word(d)}`;
}

/** An identifier of a given length: it keeps the form of a UUID and goes on in hexadecimal digits. */
export function longIdentifier(length: number): string {
  return LONG.slice(0, length);
}

const LONG = `${uuid(20_221_004)}${'0123456789abcdef'.repeat(32)}`;

function word(bits: number): string {
  return `${HEX[bits >>> 24]}${HEX[(bits >>> 16) & 0xff]}${HEX[(bits >>> 8) & 0xff]}${HEX[bits & 0xff]}`;
}

function half(bits: number): string {
  return `${HEX[(bits >>> 8) & 0xff]}${HEX[bits & 0xff]}`;
}
