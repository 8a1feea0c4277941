import { hashText, mix, SeededRandom } from '../../../model/values/seededRandom.ts';

function many(random: SeededRandom, count: number): number[] {
  return Array.from({ length: count }, () => random.next());
}

test.each([
  [7, [1919196804, 2105372466, 400732533]],
  [8, [1464275693, 946499605, 1883054147]],
  [-1, [1975062085, 2146721434, 651252839]],
])('the seed %d always gives these numbers: fixtures and replays depend on them', (seed, numbers) => {
  expect(many(new SeededRandom(seed), 3)).toEqual(numbers);
});

test('numbers are from 0 to 2^31 - 1, and do not repeat soon', () => {
  const numbers = many(new SeededRandom(1), 10_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(2 ** 31);
  expect(new Set(numbers).size).toBe(10_000);
});

test('every value below a bound is drawn about equally often, and every value of a list is picked', () => {
  const random = new SeededRandom(3);
  const counts = [0, 0, 0, 0, 0];
  for (let run = 0; run < 5000; run++) {
    const value = random.below(5);
    counts[value] = (counts[value] as number) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(100);
  expect(new Set(Array.from({ length: 50 }, () => random.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
});

test('neighbouring numbers are mixed into unrelated ones', () => {
  const near = Array.from({ length: 1000 }, (_, index) => mix(index) ^ mix(index + 1));
  const bits = near.map((value) => (value >>> 0).toString(2).replaceAll('0', '').length);
  expect(bits.reduce((sum, count) => sum + count, 0) / 1000).toBeCloseTo(16, 0);
});

test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of %j is that of FNV-1a', (text, hash) => {
  expect(hashText(text) >>> 0).toBe(hash);
});
