// Pact reads this outside of jest's sandbox: set here, every worker inherits it.
process.env.PACT_DO_NOT_TRACK = 'true';

/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // A test plays some hundred events, and a build machine may be busy.
  testTimeout: 120_000,
  transform: { '\\.ts$': ['ts-jest', { diagnostics: false }] },
};
