import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { listCallerFiles } from '../../../model/platform/listCallerFiles.ts';

function called(): readonly string[] {
  return listCallerFiles(called);
}

/** Puts code into files that call each other in this order; the last calls {@link called}. */
function calledIn(...files: readonly string[]): readonly string[] {
  const calls = files.map(
    (filename) => vm.runInThisContext('(next) => next()', { filename }) as (next: unknown) => never,
  );
  return calls.reduceRight<() => readonly string[]>((next, one) => one.bind(null, next), called)();
}

test('finds the file that calls a function, even in short stacks', () => {
  expect(called()).toEqual([__filename]);
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const files = called();
  expect([files, Error.stackTraceLimit]).toEqual([[__filename], 0]);
  Error.stackTraceLimit = limit;
});

test('skips callers inside the language, and leaves other formatters of stacks alone', () => {
  const { prepareStackTrace } = Error;
  const shaping = () => 'shaped';
  Error.prepareStackTrace = shaping;
  const [files] = [1].map(called as never);
  const after = Error.prepareStackTrace;
  Error.prepareStackTrace = prepareStackTrace;
  expect([files, after]).toEqual([[__filename], shaping]);
});

test.each(['/a project (new)/helper.js:1/x.js', '/100% in/ü.mjs'])(
  'names the file %s, also by the address of an ES module',
  (file) => {
    expect(calledIn(file)[0]).toBe(file);
    expect(calledIn(pathToFileURL(file).href)[0]).toBe(file);
  },
);

test('a helper comes before the test file that calls it; the runner that calls the test file is the end', () => {
  expect(calledIn('/p/node_modules/mocha/run.js', '/p/a.test.js', '/p/helper.js', '/p/a.test.js')).toEqual([
    '/p/a.test.js',
    '/p/helper.js',
  ]);
  expect(calledIn('/p/node_modules/mocha/run.js', '/p/a.test.js', '/p/node_modules/@acme/tables/index.js')).toEqual([
    '/p/a.test.js',
  ]);
});

test('finds no file in a stack without files', async () => {
  let files: readonly string[] | undefined;
  const calling = () => {
    files = listCallerFiles(calling);
  };
  await new Promise<void>((resolve) => {
    setImmediate(calling);
    setImmediate(resolve);
  });
  expect(files).toEqual([]);
});
