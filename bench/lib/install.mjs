import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/lib/command.mjs';
import { packInto } from '../../scripts/lib/tarball.mjs';

const bench = path.resolve(import.meta.dirname, '..');
const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs the peers if they differ from the lock file, then packs the product and installs it beside them. */
export async function install() {
  await installPeers();
  const temporary = mkdtempSync(path.join(tmpdir(), 'connect-cases-bench-'));
  try {
    const tarball = await packInto(temporary, path.dirname(bench));
    await npm('install', '--no-save', tarball);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function installPeers() {
  const mark = path.join(bench, 'node_modules', '.installed-lock');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(bench, 'package-lock.json')))
    .digest('hex');
  if (contentOf(mark) === lock) return;
  await npm('ci');
  writeFileSync(mark, lock);
}

function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function npm(command, ...args) {
  return run('npm', [command, ...quiet, ...args], { cwd: bench });
}
