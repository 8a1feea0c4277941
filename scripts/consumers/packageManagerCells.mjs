import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.mjs';
import { once } from './cell.mjs';
import { packageJsonOf, suiteFiles, write } from './project.mjs';
import { installs } from './projects.mjs';
import { nodeTest } from './runners.mjs';
import { npmShell, prefixShell } from './shells.mjs';
import { runSuite } from './suiteCell.mjs';

const managers = { pnpm: 'pnpm@10.34.9', yarn: '@yarnpkg/cli-dist@4.18.1' };

/** How each manager installs in a directory, installs again without a network, and runs a command. */
const strategies = {
  'pnpm, strict': {
    manager: 'pnpm',
    install: ['install', '--prefer-offline'],
    again: ['install', '--offline', '--frozen-lockfile'],
    prefix: ['exec'],
    files: { '.npmrc': 'hoist=false\n' },
  },
  'yarn, Plug’n’Play': {
    manager: 'yarn',
    install: ['install'],
    again: ['install', '--immutable', '--immutable-cache'],
    prefix: ['exec'],
    // Without a lock file of its own, yarn would use one in a parent directory.
    files: { 'yarn.lock': '' },
  },
};

/** The suite under other package managers, a second install without a network, and the report on a missing peer. */
export function* packageManagerCells(world) {
  const { temporary, tarball, cellOf, pacts } = world;
  const home = path.join(temporary, 'managers');
  const tools = once(async () => {
    write(home, { 'package.json': '{ "private": true }' });
    await run('npm', ['install', '--prefer-offline', '--loglevel=error', ...Object.values(managers)], { cwd: home });
    const registry = (await run('npm', ['config', 'get', 'registry'], { cwd: home })).trim();
    const { NODE_EXTRA_CA_CERTS: authorities } = process.env;
    return {
      // yarn does not read npm's configuration.
      YARN_NPM_REGISTRY_SERVER: registry,
      ...(authorities === undefined ? {} : { YARN_HTTPS_CA_FILE_PATH: authorities }),
      YARN_ENABLE_TELEMETRY: '0',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_GLOBAL_FOLDER: path.join(home, 'yarn'),
      npm_config_store_dir: path.join(home, 'pnpm'),
    };
  });
  const consumer = {
    install: 'node:test',
    language: 'mjs',
    runner: nodeTest,
    devDependencies: { ...installs['node:test'], 'connect-cases-contracts': `file:${tarball}` },
  };

  for (const [name, { manager, install, again, prefix, files }] of Object.entries(strategies)) {
    yield cell(name, async (env) => {
      const directory = path.join(temporary, `with-${manager}`);
      write(directory, { ...files, ...suiteFiles(consumer), 'package.json': packageJsonOf(consumer) });
      const tool = path.join(home, 'node_modules', '.bin', manager);
      await run(tool, install, { cwd: directory, env });
      const { tests, pact } = await runSuite(consumer, directory, prefixShell([tool, ...prefix], env));
      const client = await withoutClient(directory, [tool, ...prefix], env);
      rmSync(path.join(directory, 'node_modules'), { recursive: true, force: true });
      await run(tool, again, { cwd: directory, env: { ...env, YARN_ENABLE_NETWORK: '0' } });
      const peers = await withoutPeers(`${directory}-alone`, files, [tool, ...prefix], [tool, install], env);
      return `${tests} tests, pact ${pacts.mustBeSame(consumer, pact, name)}, a second install without a network; ${peers}, ${client}`;
    });
  }

  yield cell('npm, a second install without a network', async () => {
    const { consumer: first, project, directory } = await cellOf('node:test, ESM', 'offline', suiteFiles);
    // The tarball lies beside the project; in its cell, two folders lower.
    const moved = (file) => readFileSync(path.join(project, file), 'utf8').replaceAll('file:..', 'file:../../..');
    const packageJson = JSON.stringify({ ...JSON.parse(moved('package.json')), type: 'module' });
    write(directory, { 'package-lock.json': moved('package-lock.json'), 'package.json': packageJson });
    await run('npm', ['ci', '--offline', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: directory });
    const { tests } = await runSuite(first, directory, npmShell());
    return `${tests} tests after npm ci --offline, scripts of the others included`;
  });

  yield cell(
    'no network while the tests run',
    async () => {
      const { consumer: first, directory } = await cellOf('node:test, ESM', 'alone', suiteFiles);
      const shell = npmShell();
      const unshare = prefixShell(['unshare', '--net', '--map-root-user', process.execPath], {});
      const { tests } = await runSuite(first, directory, {
        attempt: ([command, ...args], ...rest) =>
          command === 'node' ? unshare.attempt(args, ...rest) : shell.attempt([command, ...args], ...rest),
      });
      return `${tests} tests in a network namespace without interfaces`;
    },
    canUnshare() ? undefined : 'needs unshare, and the right to use it',
  );

  /** A project that asks for this package alone: the peers are found, or it says what to install. */
  async function withoutPeers(directory, files, prefix, [tool, install], env) {
    const devDependencies = { 'connect-cases-contracts': `file:${tarball}` };
    write(directory, { ...files, 'package.json': packageJsonOf({ devDependencies, language: 'cjs' }) });
    await run(tool, install, { cwd: directory, env });
    const command = ['node', '-e', "require('connect-cases-contracts')"];
    const { status, stdout, stderr } = await prefixShell(prefix, env).attempt(command, directory);
    if (status === 0) return 'peers come by themselves';
    if (/fast-check 4, which is not installed\. Run: /.test(stderr)) return 'a missing peer is named';
    throw new Error(`without peers: ${stdout}${stderr}`);
  }

  /** A project without the Pact client: to publish is refused before the broker is asked, and it says what to install. */
  async function withoutClient(directory, prefix, env) {
    const command = ['connect-cases', 'publish', '-a', '1', '--broker-base-url', 'http://127.0.0.1:1'];
    const { status, stdout, stderr } = await prefixShell(prefix, env).attempt(command, directory);
    if (status === 1 && /^@pact-foundation\/pact-cli is not installed: .+Run: /m.test(`${stdout}${stderr}`))
      return 'a missing client is named';
    throw new Error(`publish without the Pact client: exit ${status} ${stdout}${stderr}`);
  }

  function cell(name, play, skip) {
    return { name: `packages: ${name}`, skip, play: async () => play(await tools()) };
  }
}

function canUnshare() {
  return spawnSync('unshare', ['--net', '--map-root-user', 'true']).status === 0;
}
