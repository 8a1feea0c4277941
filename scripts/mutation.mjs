// `npm run mutation -- contracts src/harness/checks`: faults are written into the sources of each folder or file, one at a
// time, and the tests of the same name have to notice them. Prints a table row for each; the reports stand in
// reports/mutation. What came out stands in bench/mutation.md.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const release = '9.6.1';
const packages = ['core', 'jest-runner'].map((name) => `--package=@stryker-mutator/${name}@${release}`);

const asked = process.argv.slice(2);
const missing = asked.filter((name) => !existsSync(path.join(root, name)));
if (asked.length === 0 || missing.length > 0) {
  const wrong = missing.length > 0 ? `There is no ${missing.join(', no ')} here. ` : '';
  console.error(
    `${wrong}Name folders or files of sources from the root: npm run mutation -- contracts model/invariants`,
  );
  process.exit(1);
}

for (const name of asked) {
  const { status } = spawnSync('npx', ['--yes', ...packages, 'stryker', 'run'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATION_OF: name, PACT_DO_NOT_TRACK: 'true' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(
  [
    '',
    '| sources | faults | noticed | survived | reached by no test | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...asked.map(row),
  ].join('\n'),
);

function row(name) {
  const report = path.join(root, 'reports', 'mutation', `${name.replaceAll('/', '.')}.json`);
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, survived, unreached] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const all = noticed + survived + unreached;
  return `| \`${name}\` | ${all} | ${noticed} | ${survived} | ${unreached} | ${((100 * noticed) / all).toFixed(0)} % |`;
}
