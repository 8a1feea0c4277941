import { getRunningTestFile } from '../../../model/platform/getRunningTestFile.ts';
import { fs, path } from '../../../model/platform/nodeModules.ts';

/**
 * The absolute paths that the name of a template may mean: from the working directory, then from the nearest
 * package.json above the running test file, beside which its parts and witnesses lie.
 */
export function listTemplateFiles(name: string): readonly [string, ...string[]] {
  const first = path.resolve(name);
  const home = findHome(getRunningTestFile());
  const second = home === undefined ? first : path.resolve(home, name);
  return second === first ? [first] : [first, second];
}

function findHome(testFile: string | undefined): string | undefined {
  if (testFile === undefined) return undefined;
  for (let directory = path.dirname(testFile); ; directory = path.dirname(directory)) {
    if (fs.existsSync(path.join(directory, 'package.json'))) return directory;
    if (directory === path.dirname(directory)) return undefined;
  }
}
