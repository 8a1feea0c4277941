import type { OutsideError } from './lateErrors.ts';
import { presentable } from './presentable.ts';
import { thrownWords } from './thrownLines.ts';
import { withFramesOf } from './withFramesOf.ts';

/** For an error that came while a contract was played, and that no event alone brings about. */
export function outsideError(title: string, { error: cause, hook }: OutsideError): Error {
  const words = thrownWords(cause);
  const message = (
    hook === undefined
      ? [
          `${title}: an error came that no event alone brings about: ${words}`,
          '',
          'The events that were played just before it were played again, each alone, and the handler passed. The error is of what',
          'outlives a call (a flush timer, a pool, an event bus), or of another test in this process. No part is written.',
        ]
      : [
          `${title}: options.${hook} began what failed after it had settled: ${words}`,
          '',
          'It is of a promise that it did not await, or of a callback, and no event alone brings it about. Let it await all that',
          'it begins. No part is written.',
        ]
  ).join('\n');
  return withFramesOf(new Error(message, { cause: presentable(cause) }), cause);
}
