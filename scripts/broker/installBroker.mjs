import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from '../lib/exclusively.mjs';
import { secondsSince } from '../lib/secondsSince.mjs';
import { installPackages, missingPackages } from './debianPackages.mjs';
import { cacheDirectory, gemCache } from './gemCache.mjs';

/**
 * Installs what a broker with this database (`sqlite` or `postgres`) needs and this machine lacks. It reports each step
 * and its duration, and returns the environment for its gems. Simultaneous installs wait for each other.
 */
export async function installBroker({ database = 'sqlite', tell = console.log } = {}) {
  const ready = await installed(database);
  if (ready !== undefined) return ready.env(database);
  mkdirSync(cacheDirectory(), { recursive: true });
  const waiting = () => tell('Another install of a broker is running: waiting for it.');
  // Every Debian has flock. Without it, the list of missing packages names it.
  const alone = existsSync('/usr/bin/flock') ? exclusively : (_file, _waiting, work) => work();
  return alone(path.join(cacheDirectory(), 'lock'), waiting, () => install(database, tell));
}

async function install(database, tell) {
  const missing = await missingPackages(database);
  if (missing.length > 0) await timed(tell, `Debian packages ${missing.join(', ')}`, () => installPackages(missing));
  const stillMissing = await missingPackages(database);
  if (stillMissing.length > 0) throw new Error(`Not found though apt-get installed them: ${stillMissing.join(', ')}`);
  const gems = await gemCache();
  if (!gems.installed(database)) {
    await timed(tell, `gems in ${gems.directory}`, () => gems.install(database));
  }
  return gems.env(database);
}

/** The gems, if nothing is missing. */
async function installed(database) {
  if ((await missingPackages(database)).length > 0) return undefined;
  const gems = await gemCache();
  return gems.installed(database) ? gems : undefined;
}

async function timed(tell, what, work) {
  tell(`Installing ${what} …`);
  const began = performance.now();
  await work();
  tell(`Installed in ${secondsSince(began)}.`);
}
