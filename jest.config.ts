/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

// Set before jest starts its workers, so that they inherit it: inside a test it is too late.
process.env.PACT_DO_NOT_TRACK = 'true';

const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['dist', 'examples', 'bench', '.stryker-tmp'].map((folder) => `<rootDir>/${folder}/`),
  setupFiles: ['<rootDir>/__tests__/helpers/fixedSeed.ts'],
  maxWorkers: 2,
  testTimeout: 120_000,
  moduleNameMapper: {
    // Loaded on demand, by their names in the flat dist.
    '^\\./schema\\.cjs$': '<rootDir>/model/schemaEntry.ts',
    '^\\.\\./fixture\\.cjs$': '<rootDir>/arbitraries/fixture.ts',
  },
  transform: {
    '\\.[cm]?[jt]s$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: '<rootDir>/tsconfig.json',
      },
    ],
  },
  // ES modules only; the build bundles leven.
  transformIgnorePatterns: ['/node_modules/(?!(leven|@middy)/)'],
};

export default config;
