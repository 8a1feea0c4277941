import { fresh } from '../lib/fresh.mjs';
import { number } from '../report/format.mjs';

const own = 'connect-cases-contracts';
const imports = [
  ['fast-check', ''],
  [own, 'fast-check'],
  [`${own}/arbitraries`, 'fast-check'],
  [`${own}/schema`, ''],
  [`${own}/schema`, 'zod'],
  ['zod', ''],
  ['@faker-js/faker', ''],
];

/** The cost of imports; test runners pay it again for every test file. */
export async function importing({ smoke }) {
  const results = [];
  for (const [name, before] of imports) {
    const [required, imported] = [
      await fresh('importCost.mjs', ['require', name, before], smoke ? 1 : 9),
      await fresh('importCost.mjs', ['import', name, before], smoke ? 1 : 9),
    ];
    results.push({ name, before, required, imported });
  }
  const main = results[1];
  return {
    title: 'Importing',
    text: 'Each in new processes. The CommonJS main entry loads the generators with its first `verify` or `fixture`.',
    tables: [
      {
        columns: ['import', 'beyond', '`require`, ms CPU', 'ms', '`import`, ms CPU', 'ms'],
        rows: results.map(({ name, before, required, imported }) => [
          name,
          before,
          ...[required, imported].flatMap(({ cpu, wall }) => [number(cpu), number(wall)]),
        ]),
      },
    ],
    measured: { requiring: main.required.cpu, importing: main.imported.cpu },
    faults: [],
  };
}
