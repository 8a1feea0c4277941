import { callerFile } from '../../../src/platform/callerFile.ts';

function called(): string | undefined {
  return callerFile(called);
}

test('the file that calls a function is told, also where stacks are cut short', () => {
  expect(called()).toBe(__filename);
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const file = called();
  expect([file, Error.stackTraceLimit]).toEqual([__filename, 0]);
  Error.stackTraceLimit = limit;
});

test('a stack that tells no file tells none', () => {
  expect([1].map(called as never)).toEqual([undefined]);
});
