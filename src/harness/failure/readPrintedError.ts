import { isObjectOrList } from '../../../model/values/isObjectOrList.ts';

/** The engine's own function: a recording of the handler's reads does not observe it. */
const { parse } = JSON;

/** The most levels of a log entry that are searched for an error. */
const DEEPEST = 4;

/**
 * The error in a printed text: its stack as a console prints it, or a member `stack` of a log entry in JSON, as loggers
 * write it. Undefined if it shows no stack.
 */
export function readPrintedError(text: string): Error | undefined {
  const logged = /^\s*\{/.test(text) ? findLogged(text) : undefined;
  const stack = logged ?? text;
  const lines = stack.split('\n');
  const first = lines.findIndex((line) => /^\s+at /.test(line));
  if (first < 1) return undefined;
  const frames = lines.slice(first).filter((line) => /^\s+at /.test(line));
  const [, name = 'Error', message = ''] = HEADER.exec((lines[first - 1] as string).trim()) ?? [];
  const error = new Error(message === '' ? (lines[first - 1] as string).trim() : message);
  error.name = name;
  error.stack = [`${name}: ${error.message}`, ...frames].join('\n');
  return error;
}

/** The last line before the frames: what was printed before the error stands before its name. */
const HEADER = /((?:[A-Z]\w*)?(?:Error|Exception)\w*)(?: \[\w+\])?: (.*)$/;

function findLogged(text: string): string | undefined {
  try {
    return findStack(parse(text), 0);
  } catch {
    return undefined;
  }
}

function findStack(value: unknown, depth: number): string | undefined {
  if (!isObjectOrList(value) || depth > DEEPEST) return undefined;
  const { stack } = value as { stack?: unknown };
  if (typeof stack === 'string') return stack;
  for (const member of Object.values(value)) {
    const found = findStack(member, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
