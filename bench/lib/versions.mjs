import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The installed versions of the product and of the benchmark's dependencies. */
export function versions() {
  const own = ['', path.join('generators', 'zod3')].flatMap((directory) => {
    const { dependencies } = read(path.join(root, directory));
    return Object.entries(dependencies)
      .filter(([, range]) => !range.startsWith('file:'))
      .map(([name]) => [directory === '' ? name : `${name} (for zod-fast-check)`, installed(name, directory)]);
  });
  return Object.fromEntries([['connect-cases-contracts', installed('connect-cases-contracts', '')], ...own]);
}

function installed(name, directory) {
  return read(path.join(root, directory, 'node_modules', name)).version;
}

function read(directory) {
  return JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
}
