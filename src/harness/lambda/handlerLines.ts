import { limits } from '../../../model/facts/limits.ts';
import { thrownLines } from '../failure/thrownLines.ts';
import type { HandlerFailure } from './runHandler.ts';

/** What a handler did that failed, in some words after its name. */
export const describeOutcome: Record<HandlerFailure['kind'], string> = {
  threw: 'failed',
  hung: 'did not settle',
  late: 'failed after it had returned',
  changed: 'changed the event object',
  answer: 'returned a value that is not JSON',
  tooLarge: 'answered more than Lambda takes',
};

/** What a handler did that failed, in some lines; `timeout` is how many milliseconds it had. */
export function handlerLines(failure: HandlerFailure, timeout: number): string[] {
  switch (failure.kind) {
    case 'threw':
      return thrownLines(failure.error);
    case 'late':
      return lateLines(failure);
    case 'hung':
      if (failure.open !== undefined) return waitingLines(failure.open, timeout);
      return [`It neither returned, resolved nor rejected within ${timeout} ms.`, ...likelyHung];
    case 'changed':
      return [
        'It wrote to the event object it was given. Other code that gets the same object sees the change: work on a copy.',
      ];
    case 'answer':
      return [
        'It returned a value that Lambda cannot write as JSON: the invocation fails.',
        ...thrownLines(failure.error),
      ];
    case 'tooLarge':
      return [
        `Its answer has ${(failure.bytes ?? 0).toLocaleString('en')} bytes of JSON; Lambda takes ${limits.lambdaAnswer.toLocaleString('en')}.`,
      ];
  }
}

/** What came after the handler had returned or answered. */
export function lateLines({ error, rejected }: HandlerFailure): string[] {
  return [
    rejected
      ? 'A promise was not awaited: it was rejected after the handler had returned.'
      : 'A callback failed after the handler had returned.',
    ...thrownLines(error),
  ];
}

/** What most handlers hang on that hang in a test alone. */
const likelyHung = [
  'Often fake timers are on in the test (jest.useFakeTimers) and nobody advances them, or a client waits for a server',
  'that is not there. If the work takes longer, raise options.timeout.',
];

function waitingLines(open: readonly string[], timeout: number): string[] {
  return [
    `It returned without a promise or called back, and its event loop was not empty ${timeout} ms later: ${[...new Set(open)].join(', ')}.`,
    'Close what it opened, or set context.callbackWaitsForEmptyEventLoop to false before it calls back.',
  ];
}
