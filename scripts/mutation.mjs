// `npm run mutation -- contracts src/harness/checks` runs StrykerJS on each folder or file, against the tests of the same
// name. Prints the scores as a table; the reports are in reports/mutation, and what they taught is in bench/mutation.md.
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
    '| sources | mutants | killed | survived | no coverage | score |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...asked.map(row),
  ].join('\n'),
);

function row(name) {
  const report = path.join(root, 'reports', 'mutation', `${name.replaceAll('/', '.')}.json`);
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived, unreached] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
  const all = killed + survived + unreached;
  return `| \`${name}\` | ${all} | ${killed} | ${survived} | ${unreached} | ${((100 * killed) / all).toFixed(0)} % |`;
}
