import { wordsOf } from './explain.ts';

/** For an error that came while a contract was played, and that no event alone brings about. */
export function outsideError(title: string, cause: unknown): Error {
  const message = [
    `${title}: an error came that no event alone brings about: ${wordsOf({ kind: 'threw', error: cause })}`,
    '',
    'The events that were played just before it were played again, each alone, and the handler passed. The error is of what',
    'outlives a call (a flush timer, a pool, an event bus), or of another test in this process. No part is written.',
  ].join('\n');
  const error = new Error(message, { cause });
  const { stack } = (cause ?? {}) as { stack?: unknown };
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : [];
  error.stack = [`${error.name}: ${message}`, ...frames].join('\n');
  return error;
}
