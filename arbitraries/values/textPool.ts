import { realisticTexts } from './realisticTexts.ts';

/** The kinds of long texts; every character of one kind takes the same number of bytes in JSON. */
export const textKinds = ['ascii', 'threeBytes', 'fourBytes', 'escapes'] as const;

/** A kind of long text. */
export type TextKind = (typeof textKinds)[number];

/** Bytes of one code point of a kind in JSON as UTF-8. */
export const bytesPerCodePoint: Readonly<Record<TextKind, number>> = {
  ascii: 1,
  threeBytes: 3,
  fourBytes: 4,
  escapes: 6,
};

const POOL_LENGTH = 20_000;
const pools = new Map<TextKind, string>();

/** `length` code points of a kind, cut from a pool without work per character. At most 15,000. */
export function cutLongText(textKind: TextKind, length: number, start: number = 0): string {
  let pool = pools.get(textKind);
  if (pool === undefined) {
    pool = makers[textKind]();
    pools.set(textKind, pool);
  }
  const units = textKind === 'fourBytes' ? 2 : 1;
  const from = (start % (POOL_LENGTH - length + 1)) * units;
  return pool.slice(from, from + length * units);
}

const makers: Readonly<Record<TextKind, () => string>> = {
  ascii: () =>
    repeatText(
      realisticTexts
        .sentences()
        .join(' ')
        .replace(/[^ -~]|["\\]/g, "'"),
    ),
  threeBytes: () => repeatText('返金を希望するお客様から連絡がありました。नमस्ते។សួស្តី한국어€'),
  fourBytes: () => repeatText('🙂📦🚚💶🧾🔁🏷𝒳🀄🦄', 2),
  escapes: () => repeatText('\u0001\u0002\u0003\u001b\u001f\u0000'),
};

function repeatText(text: string, units: number = 1): string {
  return text.repeat(Math.ceil((POOL_LENGTH * units) / text.length)).slice(0, POOL_LENGTH * units);
}
