import { writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import { type Domain, requireDomain } from '../../model/domain/domain.ts';
import {
  capitalize,
  explainNoFile,
  NoFile,
  readFileText,
  readStats,
  UnreadInput,
} from '../../model/platform/readFileText.ts';
import { InvalidArgumentError, listWords, rephrase, show } from '../../model/values/invalidArgument.ts';
import { makePrintable } from './print.ts';

/**
 * Loads the domain of a file: JSON, or a TypeScript or JavaScript module that exports it as `domain`, as default, or as
 * its only export.
 * @throws InvalidArgumentError if the file does not load, or is no domain
 */
export async function loadDomain(argument: string, file: string): Promise<Domain> {
  const { name, value } = chooseExport(argument, file, await load(argument, file));
  try {
    return requireDomain(value);
  } catch (error) {
    // A member of the error says what is wrong and what is allowed.
    (error as Error).message =
      `${argument} is ${show(file)}, and holds no domain: in ${name}, ${describeFault(error as Error)}`;
    throw error;
  }
}

/** What is wrong with a member of the domain: in a file, an undefined one is missing. */
function describeFault(error: Error): string {
  const isMissing = error instanceof InvalidArgumentError && error.received === undefined;
  return isMissing ? rephrase(error, { shown: 'missing' }).message : error.message;
}

async function load(argument: string, file: string): Promise<unknown> {
  const absolute = path.resolve(file);
  try {
    if (isJson(file)) return JSON.parse(readFileText(absolute));
    // Checked first, because loading a pipe or device may never end.
    const why = explainMissing(absolute);
    if (why !== undefined) throw new UnreadInput(why);
    // Disables the disk cache for a file that is loaded once.
    const jiti = createJiti(pathToFileURL(absolute).href, { fsCache: false, moduleCache: false });
    return await loadAlone(argument, file, async () => ({ ...((await jiti.import(absolute)) as object) }));
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
function findPlace(error: unknown): string | undefined {
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

function isJson(file: string): boolean {
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

function chooseExport(argument: string, file: string, loaded: unknown): { name: string; value: unknown } {
  if (isJson(file)) return { name: 'the file', value: loaded };
  const exported = listExports(loaded as Record<string, unknown>);
  const names = Object.keys(exported);
  const name = ['domain', 'default'].find((one) => names.includes(one)) ?? (names.length === 1 ? names[0] : undefined);
  if (name !== undefined) return { name: `export ${name}`, value: exported[name] };
  throw new InvalidArgumentError({
    argument,
    received: file,
    allowed: 'a module that exports its domain as domain, as default, or as its only export',
    because: `It exports ${names.length === 0 ? 'nothing' : listWords(names)}`,
  });
}

/**
 * The exports of a module. For CommonJS the loader may provide only `module.exports`, as default, and since Node 23
 * also under Node's own name.
 */
function listExports(loaded: Record<string, unknown>): Record<string, unknown> {
  const { default: whole, 'module.exports': _, ...named } = loaded;
  // `export = domain` may arrive as the domain itself.
  if (isDomain(named) && whole === undefined) return { default: named };
  const isModule = typeof whole === 'object' && whole !== null && !isDomain(whole) && Object.keys(named).length === 0;
  return isModule ? (whole as Record<string, unknown>) : loaded;
}

function isDomain(value: unknown): boolean {
  return ['region', 'accountId', 'domainId'].some((key) => Object.hasOwn(Object(value), key));
}
