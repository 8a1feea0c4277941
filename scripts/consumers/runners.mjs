import { readFileSync } from 'node:fs';
import path from 'node:path';

// Each runner: where its tests get `test` and fake timers, how to start it with JSON results, and how to parse these
// into a map from titles to the failure message or undefined.

const jestGlobals = `export const test = globalThis.test;
export const fakeTimers = (): void => void jest.useFakeTimers();
export const realTimers = (): void => void jest.useRealTimers();
`;

export const jest = {
  runner: jestGlobals,
  command: (files) => ['jest', ...files, '--json', '--outputFile=results.json', '--testTimeout=120000'],
  read: jestResults,
};

export const jestModules = {
  ...jest,
  runner: `import { jest } from '@jest/globals';\n${jestGlobals}`,
  nodeOptions: '--experimental-vm-modules',
};

export const vitest = {
  runner: `import { test, vi } from 'vitest';
export { test };
export const fakeTimers = (): void => void vi.useFakeTimers();
export const realTimers = (): void => void vi.useRealTimers();
`,
  command: (files) => [
    'vitest',
    'run',
    ...files,
    '--reporter=json',
    '--outputFile=results.json',
    '--testTimeout=120000',
  ],
  read: jestResults,
};

export const nodeTest = {
  runner: `import { mock, test } from 'node:test';
export { test };
export const fakeTimers = (): void => mock.timers.enable();
export const realTimers = (): void => mock.timers.reset();
`,
  command: (files) => [
    'node',
    '--test',
    '--test-reporter=./results.mjs',
    '--test-reporter-destination=results.json',
    ...files,
  ],
  read: (directory) => new Map(readJson(directory).map(({ title, message }) => [title, message])),
  files: {
    'results.mjs': `export default async function* results(source) {
  const tests = [];
  for await (const { type, data } of source) {
    if (!/^test:(pass|fail)$/.test(type) || data.details.type === 'suite') continue;
    const error = data.details.error;
    tests.push({ title: data.name, message: type === 'test:pass' ? undefined : String(error?.cause?.message ?? error) });
  }
  yield JSON.stringify(tests);
}
`,
  },
};

function jestResults(directory) {
  const { testResults } = readJson(directory);
  const unloaded = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  return new Map([
    ...testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ title, status, failureMessages }) => [
        title,
        status === 'passed' ? undefined : failureMessages.join('\n'),
      ]),
    ),
    ...unloaded.map(({ name, message }) => [path.basename(name), message]),
  ]);
}

function readJson(directory) {
  return JSON.parse(readFileSync(path.join(directory, 'results.json'), 'utf8'));
}
