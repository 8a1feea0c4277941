/** Frames that are looked through for the first of the consumer's. */
const DEEP = 100;

/**
 * Captures the stack of an error of ours anew, from the consumer's own line on: ours say nothing to who reads it, and a
 * runner shows the code of the first frame. To be called where the error is made.
 */
export function captureCaller(error: Error): void {
  const most = Error.stackTraceLimit;
  if (typeof most !== 'number') return;
  Error.stackTraceLimit = Math.max(DEEP, most);
  Error.captureStackTrace(error);
  // Formatted when it is first read.
  const { stack } = error as { stack?: unknown };
  Error.stackTraceLimit = most;
  const header = `${error.name}: ${error.message}`;
  if (typeof stack !== 'string' || !stack.startsWith(header)) return;
  const frames = stack.slice(header.length).split('\n').slice(1);
  const first = frames.findIndex(isElsewhere);
  error.stack = [header, ...frames.slice(Math.max(0, first)).slice(0, most)].join('\n');
}

/** The engine's own frames, such as that of `Array.map`, and Node's. */
const NOWHERE = /\((<anonymous>|native)\)|[ (]node:/;

/** Whether a frame of a stack is in code that is neither this package's, nor the engine's or Node's own. */
export function isElsewhere(frame: string): boolean {
  return !isOwnFrame(frame) && !NOWHERE.test(frame);
}

/** Whether a frame of a stack is in this package, wherever it is installed or linked. In a bundle nobody can tell. */
export function isOwnFrame(frame: string): boolean {
  return ownDirectories.some((directory) => frame.includes(directory));
}

const ownDirectories = listDirectories(new Error('where is this?').stack);

function listDirectories(stack: unknown): readonly string[] {
  const [, file = ''] = /^\s+at (?:.*\()?(.+?):\d+:\d+\)?$/m.exec(String(stack)) ?? [];
  const [, root] = /^(.*[\\/])model[\\/]values[\\/]callerStack\.ts$/.exec(file) ?? [];
  if (root !== undefined)
    return ['src', 'arbitraries', 'contracts', 'model'].map((name) => `${root}${name}${root.at(-1)}`);
  const isInstalled = /[\\/]node_modules[\\/]|[\\/]connect-cases-contracts[\\/]dist[\\/]/.test(file);
  return isInstalled ? [file.replace(/[^\\/]+$/, '')] : [];
}
