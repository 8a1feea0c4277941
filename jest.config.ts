/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

// Set here, before jest starts its workers, so that they inherit it: inside a test it is too late.
process.env.PACT_DO_NOT_TRACK = 'true';

const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/examples/'],
  maxWorkers: 2,
  // With a cold cache the first test that needs faker waits for its transformation.
  testTimeout: 30_000,
  moduleNameMapper: {
    // Loaded late, by their names in the flat dist.
    '^\\./faker\\.cjs$': '<rootDir>/arbitraries/bulk/fakerText.ts',
    '^\\./schema\\.cjs$': '<rootDir>/src/event/schemaEntry.ts',
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
  transformIgnorePatterns: ['/node_modules/(?!@faker-js/faker/)'],
};

export default config;
