import type { EventClass } from '../../../arbitraries/variations/classes.ts';
import type { Contract } from '../../../contracts/contract.ts';
import { type FactName, facts } from '../../../model/facts/facts.ts';
import { limits } from '../../../model/facts/limits.ts';
import type { Replay } from '../failure/contractViolation.ts';
import type { Difference } from '../failure/differences.ts';
import { differenceLine, factLine, section, short } from '../failure/failureLines.ts';
import { sampleLines } from '../failure/sampleLines.ts';
import { thrownLines, thrownWords } from '../failure/thrownLines.ts';
import type { HandlerFailure } from '../lambda/runHandler.ts';

/** What there is to say about a failure. */
export interface Failed {
  readonly contract: Contract;
  readonly class: EventClass;
  readonly event: object;
  readonly failure: HandlerFailure;
  /** The handler had this event before. */
  readonly repeated: boolean;
  readonly differences: readonly Difference[];
  readonly facts: readonly FactName[];
  readonly timeout: number;
  readonly replay: Replay | undefined;
  /** The handler, as code. */
  readonly code: string;
  /** The options that the replay needs besides, as code. */
  readonly again: readonly string[];
  /** Where the witness is kept, or the witness itself. */
  readonly witness: string | undefined;
}

/** The failure in one screen: what, the only differences from the sample, where in the code, why, how to replay. */
export function explain(failed: Failed): string {
  return [
    headline(failed),
    ...section(differencesTitle(failed), differenceLines(failed)),
    ...section('What the handler did', handlerLines(failed)),
    ...section(
      'Why AWS may send this',
      failed.facts.slice(0, 3).map((name) => factLine(facts[name])),
    ),
    ...section('Replay', replayLines(failed)),
  ].join('\n');
}

function headline({ contract, class: eventClass, failure }: Failed): string {
  return `${contract.title}: the handler ${didOf[failure.kind]} on an event that ${eventClass === 'foreign' ? 'the same rule delivers' : 'AWS may send'} (class ${eventClass}).`;
}

const didOf: Record<HandlerFailure['kind'], string> = {
  threw: 'failed',
  hung: 'did not settle',
  late: 'failed after it had returned',
  changed: 'changed the event object',
  answer: 'returned a value that is not JSON',
  tooLarge: 'answered more than Lambda takes',
};

function differencesTitle({ differences, class: eventClass, repeated }: Failed): string {
  if (repeated) return 'The event is one that the handler had before';
  if (eventClass === 'foreign') return 'The event';
  return differences.length === 0
    ? 'The event is the sample itself'
    : `All that differs from the sample (${differences.length})`;
}

/** So many that all sections together keep within 25 lines: a foreign event has a single fact. */
const MOST_LINES = { foreign: 8, ofSample: 5 };

function differenceLines({ differences, contract, event, class: eventClass, repeated }: Failed): string[] {
  if (repeated) return ['the sample, played twice; give `reset` if the handler is to meet each event as its first'];
  if (differences.length === 0) return eventClass === 'foreign' ? [] : sampleLines(event, contract.domain);
  const line = eventClass === 'foreign' ? valueLine : differenceLine;
  const most = eventClass === 'foreign' ? MOST_LINES.foreign : MOST_LINES.ofSample;
  const shown = differences.length > most ? most - 1 : differences.length;
  const lines = differences.slice(0, shown).map((difference) => line(difference, contract.domain));
  return differences.length > shown ? [...lines, `and ${differences.length - shown} more`] : lines;
}

/** A foreign event has no sample: all of it is shown. */
function valueLine({ steps, to }: Difference): string {
  return `${steps.join('.')}: ${short(to)}`;
}

function handlerLines({ failure, timeout }: Failed): string[] {
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

function replayLines({ contract, replay, code, again, witness }: Failed): string[] {
  return [
    ...(replay === undefined
      ? []
      : [
          `verify(contract, ${code}, { ${[...again, `seed: ${replay.seed}`, `path: '${replay.path}'`].join(', ')} }) for "${contract.title}"`,
        ]),
    ...(witness === undefined ? [] : [witness]),
  ];
}

/** How a handler failed, in some words of one line. */
export function wordsOf({ kind, error }: HandlerFailure): string {
  if (kind !== 'threw') return didOf[kind].replace('the handler ', '');
  return thrownWords(error);
}
