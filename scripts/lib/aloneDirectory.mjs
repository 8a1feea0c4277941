import { existsSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/**
 * A new directory in which Node finds only packages installed there. No parent may have a `node_modules` or
 * `package.json`, as a developer's temporary directory may.
 */
export function aloneDirectory(prefix) {
  const refused = [];
  for (const base of [tmpdir(), '/var/tmp', homedir()]) {
    const found = aboveAndIn(path.resolve(base))
      .flatMap((directory) => ['node_modules', 'package.json'].map((name) => path.join(directory, name)))
      .find((file) => existsSync(file));
    if (found === undefined && existsSync(base)) return mkdtempSync(path.join(base, prefix));
    refused.push(found ?? `${base} (does not exist)`);
  }
  throw new Error(
    `The projects of consumers need a directory below which nothing else is installed. In the way: ${refused.join(', ')}.\n` +
      'Remove one of these, or set TMPDIR to a directory that has none above it.',
  );
}

function aboveAndIn(directory) {
  const above = path.dirname(directory);
  return above === directory ? [directory] : [directory, ...aboveAndIn(above)];
}
