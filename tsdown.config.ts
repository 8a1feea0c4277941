import { defineConfig } from 'tsdown';

const entries = {
  index: 'src/index.ts',
  arbitraries: 'arbitraries/index.ts',
  infrastructure: 'src/infrastructure/index.ts',
  schema: 'model/schemaEntry.ts',
  rules: 'model/rulesEntry.ts',
};

/** A separate chunk for matching sources; the bundler decides about declarations. */
function chunk(name: string, sources: RegExp): { name: string; test(id: string): boolean } {
  return { name, test: (id) => !id.includes('.d.') && sources.test(id) };
}

export default defineConfig({
  name: 'library',
  entry: entries,
  format: {
    esm: {},
    cjs: {
      // Files of their own, loaded at first use: a CommonJS test file may not need them.
      entry: { ...entries, fixture: 'arbitraries/fixture.ts', cli: 'src/cli/main.ts' },
      alias: { '../arbitraries/fixture.ts': './lateFixture.ts' },
    },
  },
  platform: 'node',
  target: 'node20.19',
  fixedExtension: true,
  // Defines `__filename` in ES modules: on-demand loading names the file beside it.
  shims: true,
  dts: { entry: Object.values(entries) },
  // Copies both licences: the sources contain texts of faker, and the build bundles leven.
  copy: [
    { from: 'node_modules/@faker-js/faker/LICENSE', to: 'dist', rename: 'LICENSE-faker.txt' },
    { from: 'node_modules/leven/license', to: 'dist', rename: 'LICENSE-leven.txt' },
  ],
  deps: { onlyBundle: ['leven'], neverBundle: ['../fixture.cjs'] },
  outputOptions: {
    codeSplitting: {
      // Chunks load in this order. The guards come first: they report that Node, jest or fast-check is too old.
      groups: [
        { name: 'runtime', test: /rolldown\/runtime/ },
        chunk('nodeModule', /model\/platform\/loadNodeModule\.ts/),
        chunk(
          'guard',
          /model\/platform\/(?:installed\/)?(guard|nodeModules|range|realProcess|supported|getUnfakedTimers|refuseUnsupported)|package\.json/,
        ),
        chunk('fastCheckInstalled', /arbitraries\/fastCheckInstalled/),
        chunk('fastCheckVersion', /arbitraries\/fastCheckVersion/),
        // Without anything that asks for the name of its file: people bundle the entry of event patterns.
        chunk('rule', /model\/rule\//),
        // The modules that every test file loads, without the generators.
        chunk('words', /model\/(values|domain|facts\/(?!facts)|event\/(?!compose|samples|readings))|contractViolation/),
        // The generators know the error of the parser, and the parser knows no generators.
        chunk('invalidCaseEvent', /model\/parse\/invalidCaseEvent/),
        chunk('generators', /arbitraries\/(?!index|malformed|fastCheck)|model\/event\/(compose|samples)/),
      ],
    },
  },
  // Otherwise merged chunks would bring the generators into the main entry again.
  inputOptions: { experimental: { chunkOptimization: false } },
  checks: { legacyCjs: false, pluginTimings: false },
});
