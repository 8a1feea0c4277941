// `npm run numbers:delivery`: measures the numbers of docs/decisions/0043; `DELIVERIES=100` makes a short run.
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Without witness files each measured run searches anew.
process.env.CI = 'true';
const directory = mkdtempSync(path.join(import.meta.dirname, '..', '..', 'dist-numbers-'));
const outfile = path.join(directory, 'numbers.cjs');
try {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'numbers.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    logLevel: 'error',
    outfile,
  });
  const { tellNumbers } = await import(pathToFileURL(outfile).href);
  await tellNumbers();
} finally {
  rmSync(directory, { recursive: true });
}
