// StrykerJS writes a fault into a source, runs the tests, and tells which faults no test notices. `npm run mutation -- contracts`
// calls it for one folder after another (scripts/mutation.mjs), with a release of its own: docs/decisions/0050.

const { MUTATION_OF: of = 'contracts' } = process.env;
const file = of.endsWith('.ts');

export default {
  mutate: [file ? of : `${of}/**/*.ts`],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    configFile: 'jest.config.ts',
    config: {
      // The tests mirror the sources: a fault is to be noticed by the tests of its own folder. Those that ask the compiler
      // see no fault that only shows when code runs.
      testMatch: [
        `<rootDir>/__tests__/${file ? of.replace(/\.ts$/, '.test.ts') : `${of}/**/*.test.ts`}`,
        '!**/*.types.test.ts',
        '!**/contracts/advice.test.ts',
      ],
    },
    // Else each fault is looked up in the graph of all imports, although the tests are given above.
    enableFindRelatedTests: false,
  },
  // Runs for each fault only the tests that reach it.
  coverageAnalysis: 'perTest',
  // Faults in tables and patterns of modules are left out: for each of them all tests run anew, and most are data that
  // other tests compare with documents.
  ignoreStatic: true,
  concurrency: 1,
  // ts-jest is told not to check types (jest.config.ts): neither the sources nor tsconfig.json need to be rewritten.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  // A fault may make an endless loop.
  timeoutMS: 60_000,
  ignorePatterns: ['/bench', '/dist', '/docs/api', '/pacts', '/reports'],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${of.replaceAll('/', '.')}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: false },
};
