import type { fixture as ofFixture } from '../arbitraries/fixture.ts';

// Replaces `fixture` in the CommonJS build (tsdown.config.ts). A test file that draws no event of its own then skips
// loading the generators, which takes 6 ms. ES modules cannot load synchronously on demand, and use `fixture` itself.

/** The same function as in the ES module. */
export const fixture = ((type, options) =>
  (require('../fixture.cjs') as { fixture: typeof ofFixture }).fixture(type, options)) as typeof ofFixture;
