/** The most frames searched for the consumer's first one. */
const DEEP = 100;

/**
 * Captures the stack of one of our errors again, starting at the consumer's own line. A runner shows the code of the
 * first frame, and our frames do not help its reader. Call it where the error is made.
 */
export function captureCaller(error: Error): void {
  const most = Error.stackTraceLimit;
  if (typeof most !== 'number') return;
  Error.stackTraceLimit = Math.max(DEEP, most);
  Error.captureStackTrace(error);
  // The stack is formatted when first read.
  const { stack } = error as { stack?: unknown };
  Error.stackTraceLimit = most;
  const header = `${error.name}: ${error.message}`;
  if (typeof stack !== 'string' || !stack.startsWith(header)) return;
  const frames = stack.slice(header.length).split('\n').slice(1);
  const first = frames.findIndex(isElsewhere);
  error.stack = [header, ...frames.slice(Math.max(0, first)).slice(0, most)].join('\n');
}

/** Frames of the engine, such as that of `Array.map`, and of Node. */
const NOWHERE = /\((<anonymous>|native)\)|[ (]node:/;

/** Whether a stack frame belongs neither to this package nor to the engine or Node. */
export function isElsewhere(frame: string): boolean {
  return !isOwnFrame(frame) && !NOWHERE.test(frame);
}

/** Whether a stack frame belongs to this package, installed or linked. In a bundle this cannot be known. */
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
