import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { callerFiles } from '../../../model/platform/callerFiles.ts';

function called(): readonly string[] {
  return callerFiles(called);
}

/** Has code that calls a function lie in files, of which the first calls the second, and so on; the last calls {@link called}. */
function calledIn(...files: readonly string[]): readonly string[] {
  const calls = files.map(
    (filename) => vm.runInThisContext('(next) => next()', { filename }) as (next: unknown) => never,
  );
  return calls.reduceRight<() => readonly string[]>((next, one) => one.bind(null, next), called)();
}

test('the file that calls a function is told, also where stacks are cut short', () => {
  expect(called()).toEqual([__filename]);
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const files = called();
  expect([files, Error.stackTraceLimit]).toEqual([[__filename], 0]);
  Error.stackTraceLimit = limit;
});

test('what the language itself calls is passed over, and who shapes stacks goes on doing so', () => {
  const { prepareStackTrace } = Error;
  const shaping = () => 'shaped';
  Error.prepareStackTrace = shaping;
  const [files] = [1].map(called as never);
  const after = Error.prepareStackTrace;
  Error.prepareStackTrace = prepareStackTrace;
  expect([files, after]).toEqual([[__filename], shaping]);
});

test.each(['/a project (new)/helper.js:1/x.js', '/100% in/ü.mjs'])(
  'the file %s is told by its name, also by the address that ES modules give it',
  (file) => {
    expect(calledIn(file)[0]).toBe(file);
    expect(calledIn(pathToFileURL(file).href)[0]).toBe(file);
  },
);

test('a helper comes before the test file that calls it; the package that calls that, a runner, is the end', () => {
  expect(calledIn('/p/node_modules/mocha/run.js', '/p/a.test.js', '/p/helper.js', '/p/a.test.js')).toEqual([
    '/p/a.test.js',
    '/p/helper.js',
  ]);
  expect(calledIn('/p/node_modules/mocha/run.js', '/p/a.test.js', '/p/node_modules/@acme/tables/index.js')).toEqual([
    '/p/a.test.js',
  ]);
});

test('a stack that tells no file tells none', async () => {
  let files: readonly string[] | undefined;
  const calling = () => {
    files = callerFiles(calling);
  };
  await new Promise<void>((resolve) => {
    setImmediate(calling);
    setImmediate(resolve);
  });
  expect(files).toEqual([]);
});
