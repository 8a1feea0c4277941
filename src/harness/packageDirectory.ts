import type { ContractTable } from '../../contracts/contract.ts';
import { fs, path } from '../platform/nodeModules.ts';

/**
 * The directory that a consumer's parts and witnesses lie in: that of the nearest package.json above the file that
 * declares its table, where that is below the working directory, as in a monorepo whose runner starts at the root; else
 * the working directory.
 */
export function packageDirectory({ declaredIn }: ContractTable): string {
  const cwd = process.cwd();
  if (declaredIn === undefined) return cwd;
  for (let directory = path.dirname(declaredIn); isBelow(directory, cwd); directory = path.dirname(directory)) {
    if (fs.existsSync(path.join(directory, 'package.json'))) return directory;
  }
  return cwd;
}

function isBelow(directory: string, above: string): boolean {
  const relative = path.relative(above, directory);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
