import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from 'fast-check';
import { realProcess, warn } from '../src/platform/realProcess.ts';

const seen = new WeakSet<object>();
const TOLD = Symbol.for('connect-cases-contracts: another copy of fast-check was told of');

/**
 * Warns, once for each process, when another installed copy of fast-check draws than ours. Nothing is said of one copy
 * that is loaded twice (as ES module and as CommonJS, or anew for each test file): there is nothing to mend.
 */
export function noteOtherCopy(random: object): void {
  if (random instanceof Random || seen.has(random.constructor)) return;
  seen.add(random.constructor);
  const message = otherCopy(new Error('where from').stack ?? '', ownCopy());
  const process = realProcess as { [TOLD]?: true };
  if (message === undefined || process[TOLD]) return;
  process[TOLD] = true;
  warn(message);
}

/** What there is to say when a copy of fast-check stands in a stack that is not ours. */
function otherCopy(stack: string, own: string | undefined): string | undefined {
  const other = copiesIn(stack).find((copy) => copy !== own);
  if (own === undefined || other === undefined) return undefined;
  return `connect-cases-contracts: two copies of fast-check are in use: ${shown(own)} by its arbitraries, ${shown(other)} by the property. Values are drawn and shrunk all the same, but neither copy's instanceof knows the classes of the other, and both are loaded. Run npm dedupe, or ask for one version of fast-check in the whole workspace.`;
}

/** The folders of fast-check that the frames of a stack are in. */
function copiesIn(stack: string): readonly string[] {
  const frames = stack.matchAll(/(file:\/\/|\/|[A-Za-z]:[\\/])(.*[\\/]fast-check)[\\/]lib[\\/]/g);
  return [...frames].flatMap(([, start = '', rest = '']) => {
    const folder = start === 'file://' ? fileURLToPath(`${start}${rest}`) : `${start}${rest}`;
    return realFolder(folder) ?? [];
  });
}

function ownCopy(): string | undefined {
  try {
    return realFolder(path.dirname(createRequire(__filename).resolve('fast-check/package.json')));
  } catch {
    return undefined;
  }
}

function realFolder(folder: string): string | undefined {
  try {
    return realpathSync(folder);
  } catch {
    return undefined;
  }
}

function shown(folder: string): string {
  const { version } = createRequire(__filename)(path.join(folder, 'package.json')) as { version: string };
  return `${version} (${path.relative(process.cwd(), folder)})`;
}
