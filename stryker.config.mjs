// StrykerJS changes one thing in a source, a mutant, runs the tests, and lists the mutants that no test kills.
// `npm run mutation -- contracts` calls it for one folder or file after another (scripts/mutation.mjs). It is no
// dependency: docs/decisions/0050.
import { existsSync } from 'node:fs';
import path from 'node:path';

const { MUTATION_OF: of = 'contracts' } = process.env;
const file = of.endsWith('.ts');
const ownTest = `__tests__/${of.replace(/\.ts$/, '.test.ts')}`;
const tests = file && existsSync(ownTest) ? ownTest : `__tests__/${file ? path.posix.dirname(of) : of}/**/*.test.ts`;

export default {
  mutate: [file ? of : `${of}/**/*.ts`],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    configFile: 'jest.config.ts',
    config: {
      // The tests mirror the sources: the test of a file, or those of its folder, have to kill its mutants. Tests that ask
      // the compiler kill none.
      testMatch: [`<rootDir>/${tests}`, '!**/*.types.test.ts', '!**/contracts/advice.test.ts'],
    },
    // Else Stryker looks each mutant up in the graph of all imports, although the tests are given above.
    enableFindRelatedTests: false,
  },
  // For each mutant only the tests run that reach it.
  coverageAnalysis: 'perTest',
  // Mutants of constants of modules are left out: each would run all tests anew, and most are facts and texts that
  // tests compare with documents.
  ignoreStatic: true,
  concurrency: 1,
  // ts-jest is told not to check types (jest.config.ts): neither the sources nor tsconfig.json need to be rewritten.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  // A mutant may loop for ever.
  timeoutMS: 60_000,
  ignorePatterns: ['/bench', '/dist', '/docs/api', '/pacts', '/reports'],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: `reports/mutation/${of.replaceAll('/', '.')}.json` },
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: false },
};
