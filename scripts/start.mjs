// `npm start`: the example consumer with the packed tarball, as a team would use it. Then the same consumer with a
// deliberate fault, to show a failure.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packInto } from './lib/tarball.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const example = path.join(root, 'examples', 'refunds');
const pacts = path.join(root, 'pacts');
const pactName = 'refunds-aws.cases.json';

/** The guard that the faulty copy lacks; every handler needs it, because not every change has a user. */
const fault = { file: 'src/performer.ts', guarded: 'performedBy?.user?.userArn', faulty: 'performedBy?.user.userArn' };

/** A failure that this script reports in one line; any other exception is a bug of the script. */
class Failure extends Error {}

const temporary = mkdtempSync(path.join(tmpdir(), 'connect-cases-'));
try {
  // Results of an earlier run must not count as results of this one.
  for (const stale of [pactName, 'refunds-tests.json']) rmSync(path.join(pacts, stale), { force: true });
  const tarball = await pack();
  const consumer = install(tarball);
  const tests = runTests(consumer);
  const assembled = assemble(consumer);
  summarise(tests, assembled);
  showFailure(consumer);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(`\nnpm start failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function pack() {
  const tarball = await packInto(temporary, root).catch((error) => {
    throw new Failure(error.message);
  });
  step(`packed ${path.basename(tarball)}`);
  return tarball;
}

/** Installs the tarball into a copy of the example. */
function install(tarball) {
  const consumer = copyOf(example, 'refunds');
  const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  run(consumer, 'npm', ['install', '--save-dev', ...quiet, tarball]);
  step('installed it into a copy of examples/refunds');
  return consumer;
}

/** Type-checks the consumer and runs all its tests. */
function runTests(consumer) {
  run(consumer, 'npx', ['tsc']);
  const results = jest(consumer, []);
  keep('refunds-tests.json', JSON.stringify(results));
  if (!results.success) {
    const failed = failuresOf(results);
    const first = failed.find(isViolation) ?? failed[0];
    throw new Failure(
      first ? `${failed.length} tests of the example fail, among them:\n${first}` : 'the example has no tests',
    );
  }
  step(`its types and ${results.numPassedTests} tests pass`);
  return results;
}

/** Makes the consumer's pact, and keeps it in the checkout. */
function assemble(consumer) {
  const { assembled } = JSON.parse(run(consumer, 'npx', ['connect-cases', 'assemble', '--json']));
  if (assembled.length !== 1) throw new Failure(`one pact was expected, not ${assembled.length}`);
  keep(pactName, readFileSync(path.join(consumer, assembled[0].file)));
  step('assembled its pact');
  return assembled[0];
}

function summarise({ numPassedTests }, { contracts, interactions }) {
  console.log(`
Pact: ${path.join('pacts', pactName)}
${contracts} contracts kept, ${interactions} interactions in the pact, ${numPassedTests} tests passed.`);
}

/** Runs the contract test of a copy that lacks one guard. */
function showFailure(consumer) {
  console.log(`
On purpose: the same consumer, with one guard removed in ${fault.file}
  - ${fault.guarded}
  + ${fault.faulty}
Its contract test must fail:
`);
  const faulty = copyOf(consumer, 'refunds-faulty');
  symlinkSync(path.join(consumer, 'node_modules'), path.join(faulty, 'node_modules'), 'junction');
  removeGuard(path.join(faulty, fault.file));
  const failures = failuresOf(jest(faulty, ['contract.test']));
  const [first] = failures;
  if (first === undefined) throw new Failure('the faulty handler passed. It must not.');
  if (!isViolation(first)) throw new Failure(`the faulty handler failed for another reason:\n${first}`);
  console.log(indented(first));
  console.log(`
This failure was on purpose (${failures.length} of its contracts fail). All is well.`);
}

function removeGuard(file) {
  const source = readFileSync(file, 'utf8');
  const parts = source.split(fault.guarded);
  if (parts.length !== 2) {
    throw new Failure(`${fault.file} must hold "${fault.guarded}" once, and holds it ${parts.length - 1} times`);
  }
  writeFileSync(file, parts.join(fault.faulty));
}

/** jest's results as JSON, for passing and failing tests. */
function jest(consumer, args) {
  const output = path.join(consumer, 'results.json');
  rmSync(output, { force: true });
  const { stderr, error } = spawn(consumer, 'npx', ['jest', ...args, '--json', '--outputFile', output]);
  try {
    return JSON.parse(readFileSync(output, 'utf8'));
  } catch {
    throw new Failure(`jest gave no results in ${path.basename(consumer)}: ${error?.message ?? stderr}`);
  }
}

/** The failure messages, without stacks. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const messages = failed.map(({ failureMessages }) => withoutStack(failureMessages[0]));
    return messages.length > 0 || assertionResults.length > 0 || message === '' ? messages : [message];
  });
}

function isViolation(message) {
  return message.startsWith('ContractViolation');
}

function withoutStack(message) {
  return message.replace(/\n+\[cause\][\s\S]*$/, '').replace(/(\n\s+at .*)+$/, '');
}

function copyOf(directory, name) {
  const copy = path.join(temporary, name);
  const left = new Set(
    ['node_modules', 'pacts', '__witnesses__', 'results.json'].map((part) => path.join(directory, part)),
  );
  cpSync(directory, copy, { recursive: true, filter: (source) => !left.has(source) });
  return copy;
}

function keep(name, content) {
  mkdirSync(pacts, { recursive: true });
  writeFileSync(path.join(pacts, name), content);
}

/** The output of a command; a failed command ends the script. */
function run(directory, command, args) {
  const { status, stdout, stderr, error } = spawn(directory, command, args);
  if (status === 0) return stdout;
  throw new Failure(`${[command, ...args].join(' ')}\n${error?.message ?? `${stdout}${stderr}`}`);
}

function spawn(directory, command, args) {
  const env = { ...process.env, PACT_DO_NOT_TRACK: 'true', NO_COLOR: '1', FORCE_COLOR: '0' };
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: directory, env, encoding: 'utf8', maxBuffer: 2 ** 28, shell });
}

function step(done) {
  console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${done}`);
}

function indented(text) {
  return text.replace(/^(?=.)/gm, '  ');
}
