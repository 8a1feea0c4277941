import fc from 'fast-check';
import { countJsonBytes } from '../../../../model/values/json/countJsonBytes.ts';

function written(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

test('plain data takes as many bytes as JSON.stringify writes', () => {
  const unit = fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff }));
  const text = fc.array(unit).map((units) => String.fromCharCode(...units));
  const data = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' });
  fc.assert(
    fc.property(fc.oneof(text, data, fc.array(text), fc.dictionary(text, data)), (value) => {
      expect(countJsonBytes(value)).toBe(written(value));
    }),
    { numRuns: 3000, seed: 1 },
  );
});

test('so does every UTF-16 unit, alone and before others', () => {
  for (let unit = 0; unit <= 0xffff; unit += unit < 0x900 ? 1 : 97) {
    for (const next of ['', 'a', '\udc00', '\ud800']) {
      const text = String.fromCharCode(unit) + next;
      expect([text, countJsonBytes(text)]).toEqual([text, written(text)]);
    }
  }
});

test.each([[{}], [[]], [null], [-0], [1e21], [5e-324], [Number.NaN], [true], [false], [''], [{ a: {} }], [[[]]]])(
  'and so does %j',
  (value) => {
    expect(countJsonBytes(value)).toBe(written(value));
  },
);
