import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { attempt } from '../lib/command.mjs';
import { secondsSince } from '../lib/secondsSince.mjs';
import { connectCases, credentialsOf, gitIn, installed, testedConsumer, withoutCi } from './consumer.mjs';
import { createEnvironment, inBroker } from './request.mjs';
import { withBroker } from './withBroker.mjs';
import { commandsOf } from './workflow.mjs';

const example = path.resolve(import.meta.dirname, '..', '..', 'examples', 'refunds');
const filesOfExample = ['package.json', 'package-lock.json', '.npmrc'].map((name) => path.join(example, name));
const workflow = path.join(example, '.github', 'workflows', 'contract.yml');

/** Two consumers of one provider, from their tests to their deployments, following docs/broker.md. */
export const lifeChecks = [['two consumers, from their tests to their deployments', () => withBroker({}, life)]];

async function life(broker) {
  await createEnvironment(broker, 'production');
  const audit = await testedConsumer('audit', ['case.caseId', 'performedBy']);
  const cases = (...args) => connectCases(audit, broker, ...args);
  await succeeds(cases('publish', '-a', '1'));
  const model = await oneTeamForAll(cases);

  const refunds = await exampleRepository();
  const began = performance.now();
  const parts = await Promise.all([1, 2, 3].map((shard) => testShard(refunds, shard)));
  const said = await contractJob(refunds, parts, broker);
  const took = secondsSince(began);
  assert.match(said.at(-1), new RegExp(`^Can I deploy refunds ${refunds.commit} to production: yes\n`));
  await deployJob(refunds, broker);
  await isInTheBroker(broker, refunds, model);

  await demandTooMuch(audit, broker, cases);
  const still = ['can-i-deploy', '-a', 'refunds', '-e', refunds.commit, '--to-environment', 'production'];
  await succeeds(cases(...still));
  return `npm test to "can I deploy: yes" in ${took}; a version that asks for more may not`;
}

/** Verifies the consumers' pacts, and records the version of the event model. */
async function oneTeamForAll(cases) {
  const { stdout } = await succeeds(cases('verify-provider', '--publish', '--provider-branch', 'main', '--json'));
  const { providerVersion } = JSON.parse(stdout);
  await succeeds(cases('record-deployment', '-a', 'aws.cases', '-e', providerVersion, '--environment', 'production'));
  return providerVersion;
}

/** The example in its own git repository, beside the packages that `npm ci` would install. */
async function exampleRepository() {
  const home = mkdtempSync(path.join(await installed(filesOfExample), 'jobs-'));
  const origin = path.join(home, 'origin');
  const left = new Set(['node_modules', 'pacts', '__witnesses__'].map((name) => path.join(example, name)));
  cpSync(example, origin, { recursive: true, filter: (source) => !left.has(source) });
  return { home, origin, ...gitIn(origin) };
}

/** One job of the matrix; returns its uploaded artifact. */
async function testShard(refunds, shard) {
  const directory = checkout(refunds, `test-${shard}`);
  await runJob(refunds, directory, 'test', { 'matrix.shard': shard });
  return path.join(directory, 'pacts', 'parts');
}

async function contractJob(refunds, artifacts, broker) {
  const directory = checkout(refunds, 'contract');
  // jest shards by files: a shard without a contract uploads nothing.
  for (const artifact of artifacts.filter(existsSync))
    cpSync(artifact, path.join(directory, 'pacts', 'parts'), { recursive: true });
  return runJob(refunds, directory, 'contract', {}, broker);
}

function deployJob(refunds, broker) {
  return runJob(refunds, checkout(refunds, 'deploy'), 'deploy', {}, broker);
}

function checkout({ home, origin }, job) {
  const directory = path.join(home, job);
  execFileSync('git', ['clone', '-q', origin, directory]);
  return directory;
}

/**
 * Runs the commands of a job like GitHub after a push to main; each must exit with 0. Returns their output. The broker
 * has basic auth where the workflow has a token.
 */
async function runJob({ commit }, cwd, job, matrix, broker = {}) {
  const push = { 'github.sha': commit, 'github.ref_name': 'main', 'github.head_ref': '' };
  const values = { 'github.event.pull_request.head.sha': undefined, ...push, ...matrix };
  const env = { ...withoutCi(), ...ofGitHub(commit), ...credentialsOf(broker) };
  const printed = [];
  for (const command of commandsOf(workflow, job, values).filter((text) => text !== 'npm ci')) {
    const { status, stdout, stderr } = await attempt('sh', ['-ec', command], { cwd, env });
    assert.equal(status, 0, `${command}\n${stdout}${stderr}`);
    printed.push(stdout);
  }
  return printed;
}

function ofGitHub(commit) {
  const repository = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'team/refunds', GITHUB_RUN_ID: '7' };
  return { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_SHA: commit, GITHUB_REF_NAME: 'main', ...repository };
}

async function isInTheBroker(broker, { commit }, model) {
  const version = await inBroker(broker, `/pacticipants/refunds/versions/${commit}`);
  assert.equal(version.buildUrl, 'https://github.com/team/refunds/actions/runs/7');
  const [branch] = version._embedded.branchVersions;
  assert.equal(branch.name, 'main');
  const row = `q[][pacticipant]=refunds&q[][version]=${commit}&q[][pacticipant]=aws.cases`;
  const { matrix } = await inBroker(broker, `/matrix?${row}&q[][environment]=production&latestby=cvpv`);
  assert.deepEqual(
    matrix.map(({ provider, verificationResult: { success } }) => [provider.version.number, success]),
    [[model, true]],
  );
}

/** Another version of a consumer with a hand-written pact, published through Pact's own client. */
async function demandTooMuch(audit, broker, cases) {
  mkdirSync(path.join(audit.directory, 'by-hand'));
  const env = { ...withoutCi(), ...credentialsOf(broker) };
  const npx = (...args) => succeeds(attempt('npx', args, { cwd: audit.directory, env }));
  await succeeds(attempt(process.execPath, ['../byHand.cjs', 'audit', 'by-hand'], { cwd: audit.directory, env }));
  await npx('pact', 'broker', 'publish', 'by-hand', '--consumer-app-version', '2', '--branch', 'main');

  const verified = await cases('verify-provider', '--consumer', 'audit', '--branch', 'main', '--publish');
  assert.equal(verified.status, 1, verified.stdout);
  assert.match(verified.stdout, /detail\.performedBy\.user/);
  assert.match(verified.stdout, /https:\/\/docs\.aws\.amazon\.com\//);
  assert.match(verified.stderr, /1 of 1 pact expects more than AWS promises: audit\./);
  const toProduction = ['--to-environment', 'production'];
  const no = await cases('can-i-deploy', '-a', 'audit', '-e', '2', ...toProduction);
  assert.deepEqual([no.status, no.stderr], [1, '']);
  assert.match(
    no.stdout,
    /^Can I deploy audit 2 to production: no\n {2}audit 2 with aws\.cases \S+: verification failed\n/,
  );
  assert.ok(no.stdout.includes(`${broker.url}/pacts/provider/aws.cases/consumer/audit/`), no.stdout);
  await succeeds(cases('can-i-deploy', '-a', 'audit', '-e', '1', ...toProduction));
}

async function succeeds(running) {
  const result = await running;
  assert.equal(result.status, 0, result.stdout + result.stderr);
  return result;
}
