import { loadNodeModule } from './loadNodeModule.ts';
import { path } from './nodeModules.ts';

/**
 * The files of a project whose code called a function, nearest first. The list ends at the first package that calls
 * them, such as a test runner.
 * @param called the function, which must be on the stack
 */
export function listCallerFiles(called: (...parameters: never[]) => unknown): readonly string[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const at: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = Number.POSITIVE_INFINITY;
    // Reads frames, not their text: a file name may contain the characters that end it there.
    Error.prepareStackTrace = (_, frames) => frames;
    Error.captureStackTrace(at, called);
    const frames = Array.isArray(at.stack) ? (at.stack as readonly NodeJS.CallSite[]) : [];
    const files = frames.flatMap(listFrameFiles);
    const own = files.slice(files.findIndex((file) => !isOfPackage(file)));
    const end = own.findIndex(isOfPackage);
    return [...new Set(end < 0 ? own : own.slice(0, end))];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function isOfPackage(file: string): boolean {
  return /[\\/]node_modules[\\/]/.test(file);
}

function listFrameFiles(frame: NodeJS.CallSite): string[] {
  const name = isAsync(frame) ? undefined : frame.getFileName();
  if (typeof name !== 'string') return [];
  if (!name.startsWith('file:')) return path.isAbsolute(name) ? [name] : [];
  return [loadNodeModule('node:url').fileURLToPath(name)];
}

/** Node's types lack this member of a frame. */
function isAsync(frame: NodeJS.CallSite): boolean {
  return (frame as NodeJS.CallSite & { isAsync?(): boolean }).isAsync?.() === true;
}
