import type { ContractTable } from '../../../contracts/contract.ts';
import { fs, path } from '../../../model/platform/nodeModules.ts';

/**
 * The directory of a consumer's parts and witnesses: that of the nearest package.json above its test file. It must lie
 * below the working directory, as in a monorepo with a runner at the root. Otherwise it is the working directory.
 */
export function findPackageDirectory({ testFile }: Pick<ContractTable, 'testFile'>): string {
  const cwd = process.cwd();
  if (testFile === undefined) return cwd;
  for (let directory = path.dirname(testFile); isBelow(directory, cwd); directory = path.dirname(directory)) {
    if (fs.existsSync(path.join(directory, 'package.json'))) return directory;
  }
  return cwd;
}

function isBelow(directory: string, above: string): boolean {
  const relative = path.relative(above, directory);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
