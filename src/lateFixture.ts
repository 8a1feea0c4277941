import type { fixture as ofFixture } from '../arbitraries/fixture.ts';

// In place of `fixture` in the CommonJS build (tsdown.config.ts): a test file that draws no event of its own does
// not load the generators, of 6 ms. ES modules cannot load late and answer at once, and have `fixture` itself.

/** As of the ES module. */
export const fixture = ((type, options) =>
  (require('../fixture.cjs') as { fixture: typeof ofFixture }).fixture(type, options)) as typeof ofFixture;
