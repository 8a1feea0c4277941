import { defineConfig } from 'tsdown';

const entries = { index: 'src/index.ts', arbitraries: 'arbitraries/index.ts', schema: 'model/schemaEntry.ts' };

/** A chunk of its own for the sources that match; declarations are left to the bundler. */
function chunk(name: string, sources: RegExp): { name: string; test(id: string): boolean } {
  return { name, test: (id) => !id.includes('.d.') && sources.test(id) };
}

export default defineConfig({
  name: 'library',
  entry: entries,
  format: {
    esm: {},
    cjs: {
      // What a CommonJS test file may not need is loaded at its first use: these are files of their own.
      entry: { ...entries, fixture: 'arbitraries/fixture.ts', cli: 'src/cli/main.ts' },
      alias: { '../arbitraries/fixture.ts': './lateFixture.ts' },
    },
  },
  platform: 'node',
  target: 'node20.19',
  fixedExtension: true,
  // `__filename` in ES modules: late loading names the file beside it.
  shims: true,
  dts: { entry: Object.values(entries) },
  // Both licences go along: texts of faker stand in the sources, and leven is bundled.
  copy: [
    { from: 'node_modules/@faker-js/faker/LICENSE', to: 'dist', rename: 'LICENSE-faker.txt' },
    { from: 'node_modules/leven/license', to: 'dist', rename: 'LICENSE-leven.txt' },
  ],
  deps: { onlyBundle: ['leven'], neverBundle: ['../fixture.cjs'] },
  outputOptions: {
    codeSplitting: {
      // Chunks are loaded in this order. The guards come first: they say what Node, jest or fast-check is too old.
      groups: [
        { name: 'runtime', test: /rolldown\/runtime/ },
        chunk('nodeModule', /model\/platform\/nodeModule\.ts/),
        chunk(
          'guard',
          /model\/platform\/(guard|nodeModules|range|realProcess|supported|unfakedTimers|unsupported)|package\.json/,
        ),
        chunk('fastCheckInstalled', /arbitraries\/fastCheckInstalled/),
        chunk('fastCheckVersion', /arbitraries\/fastCheckVersion/),
        // What every test file loads, without the generators.
        chunk('words', /model\/(values|domain|facts\/(?!facts)|event\/(?!compose|samples|readings))|contractViolation/),
        chunk('generators', /arbitraries\/(?!index|malformed|fastCheck)|model\/event\/(compose|samples)/),
      ],
    },
  },
  // Merged chunks would bring the generators into the main entry again.
  inputOptions: { experimental: { chunkOptimization: false } },
  checks: { legacyCjs: false, pluginTimings: false },
});
