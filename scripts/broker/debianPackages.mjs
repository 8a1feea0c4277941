import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { attempt, run } from '../lib/command.mjs';

/** Why the broker needs a Debian package: for a command, or for a library with this name in pkg-config. */
const needs = [
  { name: 'ruby', command: 'ruby' },
  { name: 'ruby-bundler', command: 'bundle' },
  { name: 'make', command: 'make' },
  { name: 'gcc', command: 'gcc' },
  { name: 'g++', command: 'g++' },
  { name: 'pkg-config', command: 'pkg-config' },
  // For certificates that the checks create.
  { name: 'openssl', command: 'openssl' },
  { name: 'util-linux', command: 'setpriv' },
  { name: 'util-linux', command: 'flock' },
  { name: 'ruby-dev', found: hasRubyHeaders },
  { name: 'libsqlite3-dev', library: 'sqlite3' },
  { name: 'libxml2-dev', library: 'libxml-2.0' },
  { name: 'libxslt1-dev', library: 'libxslt' },
  { name: 'libyaml-dev', library: 'yaml-0.1' },
];
const postgresNeeds = [
  { name: 'libpq-dev', library: 'libpq' },
  { name: 'postgresql', found: async () => postgresPrograms() !== undefined },
];

/** Names of the Debian packages that a broker with this database lacks here. */
export async function missingPackages(database) {
  const all = database === 'postgres' ? [...needs, ...postgresNeeds] : needs;
  const found = await Promise.all(all.map(isThere));
  return [...new Set(all.filter((_, index) => !found[index]).map(({ name }) => name))];
}

/** Installs Debian packages, as root or through sudo; if neither is possible, the error names the packages. */
export async function installPackages(names) {
  const apt = await aptGet(names);
  const long = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 900_000 };
  await run(apt[0], [...apt.slice(1), 'update', '-qq'], long);
  const quiet = ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
  await run(apt[0], [...apt.slice(1), ...quiet, ...names], long);
}

/** The directory of the newest installed PostgreSQL's programs, which Debian does not add to PATH. */
export function postgresPrograms() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base) : [];
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => path.join(base, version, 'bin'))
    .find((directory) => existsSync(path.join(directory, 'initdb')));
}

async function isThere({ command, library, found }) {
  if (found !== undefined) return found();
  if (library !== undefined) return succeeds('pkg-config', ['--exists', library]);
  return process.env.PATH.split(path.delimiter).some((directory) => existsSync(path.join(directory, command)));
}

function hasRubyHeaders() {
  return succeeds('ruby', ['-e', 'exit File.exist?(File.join(RbConfig::CONFIG["rubyhdrdir"], "ruby.h"))']);
}

async function succeeds(command, args) {
  return (await attempt(command, args)).status === 0;
}

async function aptGet(names) {
  const advice = `A Pact Broker needs the Debian packages ${names.join(', ')}`;
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error(`${advice}. There is no apt-get here: install what they hold, or run the broker in a container.`);
  }
  if (process.getuid() === 0) return ['apt-get'];
  const sudo = process.stdin.isTTY ? ['sudo'] : ['sudo', '-n'];
  if (await succeeds(sudo[0], [...sudo.slice(1), 'true'])) return [...sudo, 'apt-get'];
  throw new Error(`${advice}, and neither root nor sudo is at hand. Run: apt-get install ${names.join(' ')}`);
}
