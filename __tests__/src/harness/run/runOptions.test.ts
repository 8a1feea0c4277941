import { resolveOptions, type VerifyOptions } from '../../../../src/harness/run/runOptions.ts';

afterEach(() => {
  delete process.env.CASES_RUNS;
  delete process.env.CASES_SEED;
});

test('without options and environment the defaults apply', () => {
  expect(resolveOptions()).toMatchObject({
    runs: 100,
    seed: undefined,
    path: undefined,
    timeout: 1000,
    ambiguities: 'warn',
    foreign: undefined,
    dir: undefined,
  });
});

test('the environment wins over the default, and an option over the environment', () => {
  process.env.CASES_RUNS = '7';
  process.env.CASES_SEED = '-3';
  expect(resolveOptions()).toMatchObject({ runs: 7, seed: -3 });
  expect(resolveOptions({ runs: 8, seed: 4 })).toMatchObject({ runs: 8, seed: 4 });
});

test('a seed in the environment is that of a path, unless it is random', () => {
  process.env.CASES_SEED = '7';
  expect(resolveOptions({ path: 'fixed:0:0' })).toMatchObject({ seed: 7, path: 'fixed:0:0' });
  process.env.CASES_SEED = 'random';
  expect(() => resolveOptions({ path: 'fixed:0:0' })).toThrow(
    'options.seed is undefined; allowed: with options.path, ',
  );
  expect(resolveOptions({ path: 'fixed:0:0', seed: 3 })).toMatchObject({ seed: 3 });
});

test('CASES_SEED=random draws a seed', () => {
  process.env.CASES_SEED = 'random';
  expect(resolveOptions().seed).toEqual(expect.any(Number));
});

test.each<[string, VerifyOptions, string]>([
  ['negative runs', { runs: -1 }, 'options.runs is -1; allowed: a whole number of random events, 0 or more.'],
  [
    'more runs than end in days',
    { runs: 1e12 },
    'options.runs is 1000000000000; allowed: a whole number from 0 to 1,000,000,000. More would run for days: even the fastest handler gets only some thousand events a second.',
  ],
  ['fractional runs', { runs: 1.5 }, 'options.runs is 1.5; allowed: a whole number of random events, 0 or more.'],
  ['NaN runs', { runs: Number.NaN }, 'options.runs is NaN; allowed: a whole number of random events, 0 or more.'],
  [
    'a fractional seed',
    { seed: 0.5 },
    'options.seed is 0.5; allowed: a whole number between -2,147,483,648 and 2,147,483,647.',
  ],
  [
    'a path without a failure',
    { path: 'x' },
    'options.path is "x"; allowed: the path of a failure, such as "fixed:12:0" or "21:2:0".',
  ],
  [
    'a path without its seed',
    { path: 'fixed:0:0' },
    'options.seed is undefined; allowed: with options.path, the seed that the failure names. A path finds its event only with the seed of the same run. Copy both from the failure.',
  ],
  [
    'a reset that is not a function',
    { reset: 1 as never },
    "options.reset is 1; allowed: a function that resets the handler's state.",
  ],
  [
    'a timeout of 0',
    { timeout: 0 },
    'options.timeout is 0; allowed: a number of milliseconds above 0, up to 2,147,483,647, the longest time of a timer.',
  ],
  [
    'an unknown word',
    { ambiguities: 'fial' as never },
    'options.ambiguities is "fial"; allowed: "fail", "warn", "off". Did you mean "fail"?',
  ],
  [
    'an unknown effect of reads',
    { reads: 'of' as never },
    'options.reads is "of"; allowed: "fail", "warn", "off". Did you mean "off"?',
  ],
  ['reads that are true', { reads: true as never }, 'options.reads is true; allowed: "fail", "warn", "off".'],
  ['foreign that is not a boolean', { foreign: 'yes' as never }, 'options.foreign is "yes"; allowed: true or false.'],
  ['an empty directory', { dir: '' }, 'options.dir is ""; allowed: the path of a directory.'],
  [
    'an unknown option',
    { run: 5 } as never,
    'the option name in options is "run"; allowed: "runs", "seed", "path", "reset", "downstream", "observe", "expect", "timeout", "ambiguities", "reads", "foreign", "dir". Did you mean "runs"?',
  ],
])('%s are refused', (_, options, message) => {
  expect(() => resolveOptions(options)).toThrow(message);
});

test.each([
  ['CASES_RUNS', 'abc', 'CASES_RUNS is "abc"; allowed: a whole number of random events, 0 or more.'],
  [
    'CASES_RUNS',
    '1000000001',
    'CASES_RUNS is 1000000001; allowed: a whole number from 0 to 1,000,000,000. More would run for days: even the fastest handler gets only some thousand events a second.',
  ],
  ['CASES_RUNS', '-1', 'CASES_RUNS is -1; allowed: a whole number of random events, 0 or more.'],
  ['CASES_RUNS', '1e3', 'CASES_RUNS is "1e3"; allowed: a whole number of random events, 0 or more.'],
  [
    'CASES_SEED',
    'abc',
    'CASES_SEED is "abc"; allowed: a whole number between -2,147,483,648 and 2,147,483,647, or "random".',
  ],
])('%s=%s is refused', (name, value, message) => {
  process.env[name] = value;
  expect(() => resolveOptions()).toThrow(message);
});
