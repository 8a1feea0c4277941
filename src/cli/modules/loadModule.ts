import { writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import {
  capitalize,
  explainNoFile,
  NoFile,
  readFileText,
  readStats,
  UnreadInput,
} from '../../../model/platform/readFileText.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { makePrintable } from '../output/print.ts';

/** Loads a module by its absolute path. */
export type Loader = (absolute: string) => Promise<unknown>;

/**
 * A loader of TypeScript and JavaScript modules.
 * @param file a file of the project whose modules it loads
 * @param isShared whether the modules that it loads share what they import, as in one program
 */
export function makeLoader(file: string, isShared: boolean): Loader {
  // Disables the disk cache for files that are loaded once.
  const jiti = createJiti(pathToFileURL(path.resolve(file)).href, { fsCache: false, moduleCache: isShared });
  return (absolute) => jiti.import(absolute);
}

/**
 * What a file holds: the value of a JSON file, or the exports of a TypeScript or JavaScript module.
 * @param loader loads the module; by default one of its own, so that the next loading runs it again
 * @throws InvalidArgumentError if the file does not load
 */
export async function loadModule(
  argument: string,
  file: string,
  loader: Loader = makeLoader(file, false),
): Promise<unknown> {
  const absolute = path.resolve(file);
  try {
    if (isJson(file)) return JSON.parse(readFileText(absolute));
    // Checked first, because loading a pipe or device may never end.
    const why = explainMissing(absolute);
    if (why !== undefined) throw new UnreadInput(why);
    return await loadAlone(argument, file, async () => ({ ...((await loader(absolute)) as object) }));
  } catch (error) {
    // Some parsers give the line in the second line of the message.
    const [first = '', second = ''] = String(error instanceof Error ? error.message : error).split('\n');
    const parsed = /:\d+:\d+\b/.test(second);
    const reason = parsed ? `${first.trim()} ${second.trim()}` : first;
    const place = parsed ? undefined : findPlace(error);
    throw new InvalidArgumentError({
      argument,
      received: file,
      allowed: 'a TypeScript, JavaScript or JSON file that loads',
      because: explainMissing(absolute) ?? `It fails${place === undefined ? '' : ` at ${place}`} with: ${reason}`,
    });
  }
}

/** The innermost file and line of the project in an error's stack, excluding our own. */
export function findPlace(error: unknown): string | undefined {
  const frames = String((error as Error | undefined)?.stack).split('\n');
  for (const frame of frames) {
    const [, file, line] =
      /(?:\(|at (?:async )?)((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*?):(\d+):\d+\)?$/.exec(frame) ?? [];
    if (file === undefined || /[\\/]node_modules[\\/]/.test(file)) continue;
    const name = file.startsWith('file:') ? fileURLToPath(file) : file;
    return name === __filename ? undefined : `${path.relative('', name)}:${line}`;
  }
  return undefined;
}

/**
 * Loads a module. Its output goes to standard error, because standard output is for events. If it ends the process, or
 * waits without end, an error says so.
 */
async function loadAlone<Result>(argument: string, file: string, load: () => Promise<Result>): Promise<Result> {
  const { write } = process.stdout;
  const reportEnd = (): void => {
    const what = `${argument} is ${JSON.stringify(file)}, which ends the process, or waits for ever, while it loads.`;
    writeSync(STDERR, `${makePrintable(what)}\n`);
    process.exitCode = 2;
  };
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write;
  process.once('exit', reportEnd);
  try {
    return await load();
  } catch (error) {
    // The loader tries a file in two ways and does not handle the second failure: we report the first.
    process.on('unhandledRejection', () => undefined);
    throw error;
  } finally {
    process.stdout.write = write;
    process.off('exit', reportEnd);
  }
}

const STDERR = 2;

/** Whether a file holds JSON, by its name. */
export function isJson(file: string): boolean {
  return path.extname(file).toLowerCase() === '.json';
}

function explainMissing(absolute: string): string | undefined {
  try {
    const why = explainNoFile(readStats(absolute));
    return why === undefined ? undefined : capitalize(why);
  } catch (error) {
    return isNowhere(error as UnreadInput) ? 'There is no such file' : capitalize((error as Error).message);
  }
}

/** Whether nothing has this name. A broken link is something. */
function isNowhere(error: UnreadInput): boolean {
  const { code } = Object(error.cause) as NodeJS.ErrnoException;
  return !(error instanceof NoFile) && (code === 'ENOENT' || code === 'ENOTDIR');
}
