import { createRequire } from 'node:module';
import { Random } from 'fast-check';
import { loadNodeModule } from '../../model/platform/loadNodeModule.ts';
import { fs, path } from '../../model/platform/nodeModules.ts';
import { realProcess, warn } from '../../model/platform/realProcess.ts';

const seen = new WeakSet<object>();
const WARNED = Symbol.for('connect-cases-contracts: another copy of fast-check is reported');

/**
 * Warns once per process if another installed copy of fast-check draws our values. One copy loaded twice (as ES module
 * and as CommonJS, or again for each test file) causes no warning, because it needs no remedy.
 */
export function warnOfDuplicateFastCheck(random: object): void {
  if (random instanceof Random || seen.has(random.constructor)) return;
  seen.add(random.constructor);
  const message = writeWarning(new Error('where from').stack ?? '', ownCopy());
  const process = realProcess as { [WARNED]?: true };
  if (message === undefined || process[WARNED]) return;
  process[WARNED] = true;
  warn(message);
}

/** The warning about another copy in a stack; undefined if there is none. */
function writeWarning(stack: string, own: Copy | undefined): string | undefined {
  const other = listCopies(stack).find(({ folder }) => folder !== own?.folder);
  if (own === undefined || other === undefined) return undefined;
  return `connect-cases-contracts: two copies of fast-check are in use: ${showCopy(own)} by its arbitraries, ${showCopy(other)} by the property. Values are still drawn and shrunk, but instanceof fails across the copies, and both are loaded. Run npm dedupe, or ask for one version of fast-check in the whole workspace.`;
}

/** An installed copy of fast-check. */
interface Copy {
  readonly folder: string;
  readonly version: string;
}

/** The copies of fast-check in the frames of a stack. */
function listCopies(stack: string): readonly Copy[] {
  const frames = stack.matchAll(/(file:\/\/|\/|[A-Za-z]:[\\/])(.*[\\/]fast-check)[\\/]lib[\\/]/g);
  return [...frames].flatMap(([, start = '', rest = '']) => copyIn(`${start}${rest}`) ?? []);
}

function ownCopy(): Copy | undefined {
  try {
    return copyIn(path.dirname(createRequire(__filename).resolve('fast-check/package.json')));
  } catch {
    return undefined;
  }
}

/** The copy of fast-check in a folder; undefined for a consumer's own folder of that name. */
function copyIn(place: string): Copy | undefined {
  try {
    const folder = fs.realpathSync(place.startsWith('file:') ? loadNodeModule('node:url').fileURLToPath(place) : place);
    const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      name?: string;
      version?: string;
    };
    return name === 'fast-check' && version !== undefined ? { folder, version } : undefined;
  } catch {
    return undefined;
  }
}

function showCopy({ folder, version }: Copy): string {
  return `${version} (${path.relative(process.cwd(), folder)})`;
}
