import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import path from 'node:path';
import { run } from '../lib/command.mjs';

const files = ['Gemfile', 'Gemfile.lock'];

/** The directory of the brokers' gems, outside all checkouts. */
export function cacheDirectory() {
  const caches = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  return path.join(caches, 'connect-cases-contracts');
}

/**
 * The gems of this lock file for this Ruby: `installed(database)`, `install(database)`, and `env(database)` to run
 * them.
 */
export async function gemCache() {
  const ruby = await run('ruby', ['-e', 'print RUBY_DESCRIPTION']);
  const hash = createHash('sha256').update(ruby);
  for (const file of files) hash.update(readFileSync(source(file)));
  const directory = path.join(cacheDirectory(), `broker-${hash.digest('hex').slice(0, 12)}`);
  const marker = (database) => path.join(directory, `installed-${database}`);
  const env = (database) => bundlerSettings(directory, database);
  return {
    directory,
    env,
    installed: (database) => existsSync(marker(database)),
    install: async (database) => {
      await installGems(directory, env(database));
      for (const installed of new Set(['sqlite', database])) writeFileSync(marker(installed), '');
    },
  };
}

/**
 * The marker is written last, so that a killed install does not count. Bundler works on copies, because it adds the
 * source of the gems to the lock file.
 */
async function installGems(directory, env) {
  mkdirSync(directory, { recursive: true });
  for (const file of files) copyFileSync(source(file), path.join(directory, file));
  // The lock ends with this process, so Bundler must end too.
  const bundle = ['--pdeathsig', 'KILL', '--', 'bundle', 'install', '--quiet'];
  await run('setpriv', bundle, { cwd: directory, env, timeout: 1_800_000 });
  const [locked, installed] = [source('Gemfile.lock'), path.join(directory, 'Gemfile.lock')].map(versionsIn);
  if (locked !== installed) throw new Error(`Bundler changed the locked versions from\n${locked}\nto\n${installed}`);
}

/**
 * Compiles gems against the system's libraries, in a third of the time. The user's own Bundler settings must not freeze
 * or omit anything here.
 */
function bundlerSettings(directory, database) {
  return {
    BUNDLE_GEMFILE: path.join(directory, 'Gemfile'),
    BUNDLE_PATH: path.join(directory, 'gems'),
    BUNDLE_APP_CONFIG: directory,
    BUNDLE_FROZEN: 'false',
    BUNDLE_DEPLOYMENT: 'false',
    BUNDLE_WITHOUT: undefined,
    BUNDLE_WITH: database === 'postgres' ? 'postgres' : undefined,
    BUNDLE_FORCE_RUBY_PLATFORM: 'true',
    BUNDLE_SILENCE_ROOT_WARNING: '1',
    BUNDLE_JOBS: String(availableParallelism()),
    BUNDLE_BUILD__NOKOGIRI: '--use-system-libraries',
    BUNDLE_BUILD__SQLITE3: '--enable-system-libraries',
    MAKEFLAGS: `-j${availableParallelism()}`,
  };
}

function source(file) {
  return path.join(import.meta.dirname, file);
}

function versionsIn(lock) {
  return readFileSync(lock, 'utf8')
    .match(/^ {4}\S+ \(.+\)$/gm)
    .join('\n');
}
