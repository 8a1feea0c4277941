// `npm run bench`: measures the packed package and its peers. Writes RESULTS.md and cost.svg beside this file. `npm run
// bench -- --smoke` is short, prints no numbers, and fails only on errors and wrong events, never on time. `npm run
// bench -- --only comparison memory` runs and prints the named sections.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { install } from './lib/install.mjs';

const sections = [
  'comparison',
  'schemaAlone',
  'firstHundred',
  'shrinking',
  'verifying',
  'importing',
  'memory',
  'growth',
  'generating',
  'rules',
];

process.env.PACT_DO_NOT_TRACK = 'true';
const { values, positionals } = parseArgs({
  options: { smoke: { type: 'boolean', default: false }, only: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !values.only || !sections.includes(name));
if (unknown.length > 0 || (values.only && positionals.length === 0)) {
  console.error(`Usage: npm run bench -- [--smoke] [--only <section…>]\nSections: ${sections.join(', ')}`);
  process.exitCode = 2;
} else await main(values.only ? sections.filter((name) => positionals.includes(name)) : sections, values.smoke);

async function main(chosen, smoke) {
  await install();
  step('installed the peers and the packed product');
  const done = [];
  for (const name of chosen) {
    const { [name]: play } = await import(`./sections/${name}.mjs`);
    done.push(await play({ smoke }));
    step(name);
  }
  await report(done, smoke);
  const faults = done.flatMap((each) => each.faults.map((fault) => `WRONG  ${each.title}, ${fault}`));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/** Loaded on demand: this run may first install the report's imports. */
async function report(done, smoke) {
  const { aimsOf, results } = await import('./report/results.mjs');
  const { section } = await import('./report/markdown.mjs');
  const { plot } = await import('./report/plot.mjs');
  const { versions } = await import('./lib/versions.mjs');
  if (values.only) return console.log(`\n${aimsOf(done)}\n\n${done.map(section).join('\n\n')}`);
  const files = { 'RESULTS.md': results(done, versions()), 'cost.svg': plot(done[0].curves) };
  if (smoke) return console.log('What came out is not written: so short a run measures nothing.');
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(import.meta.dirname, name), text);
  console.log(`\n${aimsOf(done)}\n\nbench/RESULTS.md and bench/cost.svg are written.`);
}

function step(done) {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${done}`);
}
