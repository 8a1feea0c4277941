import { deflateRawSync } from 'node:zlib';
import { makeFreshText } from '../../../arbitraries/values/makeFreshText.ts';
import { bytesPerCodePoint, cutLongText, textKinds } from '../../../arbitraries/values/textPool.ts';

describe.each(textKinds)('fresh texts of the kind %s', (textKind) => {
  test('take the same number of bytes in JSON for every character', () => {
    const characters = new Set([...makeFreshText(textKind, 15_000, 1), ...makeFreshText(textKind, 15_000, 2)]);
    const sizes = [...characters].map((character) => Buffer.byteLength(JSON.stringify(character)) - 2);
    expect(new Set(sizes)).toEqual(new Set([bytesPerCodePoint[textKind]]));
    expect(characters.size).toBeGreaterThanOrEqual(16);
  });

  test('have the requested number of code points, without lone surrogates', () => {
    for (const length of [0, 1, 2, 3, 4, 5, 6, 7, 4099, 4100, 15_000]) {
      const text = makeFreshText(textKind, length, length);
      expect([...text]).toHaveLength(length);
      expect(JSON.stringify(text)).not.toMatch(/\\ud[89a-f]/);
    }
  });

  test('are the same for the same seed only, and a later text leaves an earlier one unchanged', () => {
    const text = makeFreshText(textKind, 100, 42);
    const copy = JSON.parse(JSON.stringify(text));
    expect(makeFreshText(textKind, 100, 43)).not.toBe(text);
    expect(text).toBe(copy);
    expect(makeFreshText(textKind, 100, 42)).toBe(text);
  });

  test('cannot be compressed, whatever their seeds, unlike texts of the pool', () => {
    const [fresh, pooled] = [makeFreshText, cutLongText].map((textOf) => {
      const texts = Array.from({ length: 20 }, (_, index) => textOf(textKind, 4000, index * 577)).join('');
      return deflateRawSync(Buffer.from(texts)).length / texts.length;
    }) as [number, number];
    expect(fresh).toBeGreaterThan(0.5);
    expect(pooled).toBeLessThan(0.2);
  });
});

test('never repeat one character only, whatever the seed', () => {
  for (let seed = -50; seed < 50; seed++) expect(new Set(makeFreshText('ascii', 100, seed)).size).toBeGreaterThan(30);
});
