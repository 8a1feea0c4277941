import { bytesPerCodePoint, cutLongText, textKinds } from '../../../arbitraries/values/textPool.ts';

describe.each(textKinds)('texts of the kind %s', (textKind) => {
  test('take the same number of bytes in JSON for every character of the pool', () => {
    const characters = [...cutLongText(textKind, 15_000), ...cutLongText(textKind, 15_000, 5000)];
    const sizes = new Set(
      [...new Set(characters)].map((character) => Buffer.byteLength(JSON.stringify(character)) - 2),
    );
    expect(sizes).toEqual(new Set([bytesPerCodePoint[textKind]]));
  });

  test('have the requested number of code points from any place of the pool, without lone surrogates', () => {
    for (const [length, start] of [
      [1, 0],
      [7, 19_999],
      [4100, 12_345],
      [15_000, 2 ** 31 - 1],
    ] as const) {
      const text = cutLongText(textKind, length, start);
      expect([...text]).toHaveLength(length);
      expect(JSON.stringify(text)).not.toMatch(/\\ud[89a-f]/);
    }
  });

  test('continue a shorter text from the same place', () => {
    expect(cutLongText(textKind, 100, 42)).toBe(cutLongText(textKind, 60, 42) + cutLongText(textKind, 40, 102));
    expect(cutLongText(textKind, 100, 43)).not.toBe(cutLongText(textKind, 100, 42));
  });
});
