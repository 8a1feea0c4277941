import fc from 'fast-check';
import { search } from '../../../../src/harness/run/search.ts';

const numbers = () => fc.nat(1_000_000);
const all = { seed: 7, runs: 200, shrinking: 60_000, tried: 'event' } as const;

/** What fast-check reports for the same property. */
async function byFastCheck(fails: (value: number) => boolean, path?: string): Promise<string | null> {
  const property = fc.asyncProperty(numbers(), async (value) => !fails(value));
  const { counterexamplePath } = await fc.check(property, {
    seed: 7,
    numRuns: 200,
    ...(path === undefined ? {} : { path }),
  });
  return counterexamplePath;
}

test.each([10, 4_321, 500_000, 999_000])(
  'finds and shrinks the same counterexample as fast-check, with the same path (from %d)',
  async (least) => {
    const tried: number[] = [];
    const path = await search(numbers, all, async (value) => {
      if (value >= least) tried.push(value);
      return value >= least;
    });
    expect(path).toBe(await byFastCheck((value) => value >= least));
    expect(tried.at(-1)).toBe(least);
  },
);

test('says if time ended the shrinking', async () => {
  let cuts = 0;
  const onCut = () => cuts++;
  const path = await search(numbers, { ...all, shrinking: -1, onCut }, async (value) => value >= 10);
  expect([path, cuts]).toEqual(['0', 1]);
  await search(numbers, { ...all, onCut }, async (value) => value >= 10);
  expect(cuts).toBe(1);
});

test('reports nothing if all values pass, after the requested number of tries', async () => {
  let tried = 0;
  expect(await search(numbers, all, async () => ++tried < 0)).toBeUndefined();
  expect(tried).toBe(200);
  expect(await search(numbers, { ...all, runs: 0 }, async () => true)).toBeUndefined();
});

test('tries the same values for any number of values at a time', async () => {
  const tried: number[] = [];
  await search(numbers, { ...all, runs: 10_001 }, async (value) => tried.push(value) < 0);
  expect(tried).toEqual(fc.sample(numbers(), { seed: 7, numRuns: 10_001 }));
});

test('tries only the value of a path, whether or not it fails, and does not shrink it', async () => {
  const path = (await byFastCheck((value) => value >= 10)) as string;
  const tried: number[] = [];
  const again = (outcome: boolean) =>
    search(numbers, { ...all, path }, async (value) => {
      tried.push(value);
      return outcome;
    });
  expect(await again(true)).toBe(path);
  expect(await again(false)).toBeUndefined();
  expect(tried).toEqual([10, 10]);
});

test.each(['0:5000000', '3:1:900:2'])('refuses the path %s, which has no value', async (path) => {
  await expect(search(numbers, { ...all, path }, async () => true)).rejects.toThrow(
    `options.path is "${path}"; allowed: the path of a failure of the same seed, options, domain and version. No event has this path. Run without path first.`,
  );
});

test('a refused path is shown as its user wrote it, with what it leads to', async () => {
  const options = {
    ...all,
    path: '3:1:900',
    tried: 'delivery',
    formatPath: (path: string) => `fixed:6:${path}`,
  } as const;
  await expect(search(numbers, options, async () => true)).rejects.toThrow(
    /^options\.path is "fixed:6:3:1:900"; .* No delivery has this path\./,
  );
});

test('ends with an error of the try itself, which is no verdict on a value', async () => {
  const broken = new Error('the database is gone');
  let tried = 0;
  const searching = search(numbers, all, async () => {
    if (++tried === 3) throw broken;
    return false;
  });
  await expect(searching).rejects.toBe(broken);
});

test('stops shrinking at the given limit, and keeps its best result', async () => {
  let tried = 0;
  const path = await search(numbers, { ...all, shrinking: -1 }, async (value) => {
    tried++;
    return value > 0;
  });
  expect([path, tried]).toEqual(['0', 1]);
});
