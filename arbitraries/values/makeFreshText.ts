import { limits } from '../../model/facts/limits.ts';
import { loadNodeModule } from '../../model/platform/loadNodeModule.ts';
import { mix } from '../../model/values/seededRandom.ts';
import type { TextKind } from './textPool.ts';

const { Buffer } = loadNodeModule('node:buffer');

/** How 32 random bits become characters in memory, without a table: `(bits & mask) + carried + base`. */
interface Writing {
  readonly encoding: 'latin1' | 'utf16le';
  /** Bytes of memory per code point. */
  readonly width: 1 | 2 | 4;
  readonly mask: number;
  /** The carry of a byte's sixth bit, which skips one character. */
  readonly carry: number;
  readonly base: number;
}

const writings: Readonly<Record<TextKind, Writing>> = {
  // U+003C to U+007C without the backslash.
  ascii: { encoding: 'latin1', width: 1, mask: 0x3f3f3f3f, carry: 0x01010101, base: 0x3c3c3c3c },
  // U+4E00 to U+8DFF: Chinese characters.
  threeBytes: { encoding: 'utf16le', width: 2, mask: 0x3fff3fff, carry: 0, base: 0x4e004e00 },
  // U+20000 to U+27FFF: rare Chinese characters, as pairs.
  fourBytes: { encoding: 'utf16le', width: 4, mask: 0x03ff001f, carry: 0, base: 0xdc00d840 },
  // U+0010 to U+001F: none of them has a short escape.
  escapes: { encoding: 'latin1', width: 1, mask: 0x0f0f0f0f, carry: 0, base: 0x10101010 },
};

/** Each text overwrites the previous one. */
const memory: Buffer = Buffer.alloc(4 * limits.commentBody);
const words = new Int32Array(memory.buffer, memory.byteOffset, limits.commentBody);

/**
 * `length` random code points of a kind: at most 15,000. The generator is Marsaglia's xorshift32. Each step writes one
 * to four characters into memory; one call turns them into a text.
 */
export function makeFreshText(textKind: TextKind, length: number, seed: number): string {
  const { encoding, width, mask, carry, base } = writings[textKind];
  const end = length * width;
  // Two generators alternate, because a step must wait for the previous step of its generator. Zero would stay zero.
  let one = mix(seed) || 1;
  let other = mix(one) || 1;
  for (let at = 0; at < end / 4; at += 2) {
    one ^= one << 13;
    other ^= other << 13;
    one ^= one >>> 17;
    other ^= other >>> 17;
    one ^= one << 5;
    other ^= other << 5;
    words[at] = (one & mask) + ((one >>> 5) & carry) + base;
    words[at + 1] = (other & mask) + ((other >>> 5) & carry) + base;
  }
  return memory.toString(encoding, 0, end);
}
