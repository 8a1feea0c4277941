import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';

/**
 * Builds and packs the checkout into a new directory below `directory`. The tarball's name contains a hash of its
 * content, so that npm never takes it for an older one.
 */
export async function packInto(directory, root) {
  const to = mkdtempSync(path.join(directory, 'packed-'));
  await run('npm', ['pack', '--silent', '--pack-destination', to], { cwd: root });
  const [filename] = readdirSync(to);
  const packed = path.join(to, filename);
  const hash = createHash('sha256').update(readFileSync(packed)).digest('hex').slice(0, 12);
  const tarball = packed.replace(/\.tgz$/, `-${hash}.tgz`);
  renameSync(packed, tarball);
  return tarball;
}
