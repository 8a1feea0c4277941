import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aloneDirectory } from '../lib/aloneDirectory.mjs';
import { attempt, start } from '../lib/command.mjs';
import { packInto } from '../lib/tarball.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

let tarball;
let peers;

/**
 * A project with the packed product, removed when this process ends. It contains `files`, and installs `packages`
 * besides its dependencies.
 */
export async function installed(files, packages = []) {
  const directory = aloneDirectory('connect-cases-published-');
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  for (const file of files) copyFileSync(file, path.join(directory, path.basename(file)));
  tarball ??= packInto(directory, root);
  const args = ['install', '--save-dev', ...quiet, await tarball, ...packages];
  const { status, stderr } = await attempt('npm', args, { cwd: directory });
  if (status !== 0) throw new Error(`npm install failed\n${stderr}`);
  return directory;
}

/** One installation for all consumers that need only the product and its peers. */
function withPeers() {
  const files = ['shard.cjs', 'byHand.cjs'].map((name) => path.join(import.meta.dirname, name));
  peers ??= installed(files, ['fast-check@4', '@pact-foundation/pact@16.4.0', '@pact-foundation/pact-cli@18.1.2']);
  return peers;
}

/** Makes a directory a git repository with one commit on the branch `main`. */
export function gitIn(directory) {
  const as = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...args) => execFileSync('git', [...as, ...args], { cwd: directory, encoding: 'utf8' }).trim();
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'one');
  return { git, commit: git('rev-parse', 'HEAD') };
}

/**
 * A consumer in its own git repository, with one commit on the branch `main`. It reads `reads` of CASE.UPDATED. Its
 * tests ran in three shards, each in its own directory, merged afterwards.
 */
export async function testedConsumer(name, reads = ['case.caseId']) {
  const directory = mkdtempSync(path.join(await withPeers(), 'consumer-'));
  writeFileSync(path.join(directory, 'handler.js'), '');
  const consumer = { name, directory, ...gitIn(directory) };
  await testIn(consumer, reads);
  return consumer;
}

/** Tests a consumer, possibly again, in three shards. */
export async function testIn({ name, directory }, reads) {
  rmSync(path.join(directory, 'pacts'), { recursive: true, force: true });
  const shards = ['1', '2', '3'].map(async (shard) => {
    const dir = path.join(directory, `shard-${shard}`);
    mkdirSync(dir);
    const { status, stderr } = await attempt(process.execPath, ['../shard.cjs', name, shard, dir, ...reads], {
      cwd: directory,
    });
    if (status !== 0) throw new Error(`the tests of ${name} failed\n${stderr}`);
    return dir;
  });
  for (const dir of await Promise.all(shards)) {
    cpSync(dir, path.join(directory, 'pacts'), { recursive: true });
    rmSync(dir, { recursive: true });
  }
}

/** Runs `connect-cases` in a consumer's directory, with a broker's address and credentials. */
export function connectCases(consumer, broker, ...args) {
  return startConnectCases(consumer, broker, ...args).exited;
}

/** Like {@link connectCases}, without waiting for its end. */
export function startConnectCases({ directory }, { env = {}, ...broker }, ...args) {
  const command = path.join(directory, '..', 'node_modules', '.bin', 'connect-cases');
  return start(command, args, { cwd: directory, env: { ...withoutCi(), ...credentialsOf(broker), ...env } });
}

/** A broker's address and credentials, as its clients read them. */
export function credentialsOf({ url, username, password }) {
  return { PACT_BROKER_BASE_URL: url, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password };
}

/** Removes the CI service's variables, which would name the commit of these checks. */
export function withoutCi() {
  const signs = ['GITHUB_ACTIONS', 'GITLAB_CI', 'BUILDKITE', 'CIRCLECI', 'TF_BUILD', 'BITBUCKET_BUILD_NUMBER'];
  return Object.fromEntries([...signs, 'CODEBUILD_BUILD_ID', 'JENKINS_URL'].map((name) => [name, undefined]));
}

/** The names of a consumer's pact files. */
export function pactsOf({ directory }) {
  return readdirSync(path.join(directory, 'pacts')).filter((name) => name.endsWith('.json'));
}
