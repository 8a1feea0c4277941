import { isOwnOutput } from '../../../model/platform/realProcess.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { StandIn } from '../recording/standIn.ts';
import { findTracedCall } from './tracedCall.ts';

/** The most prints that one call keeps, the newest ones, and the most characters of each. */
const MOST_PRINTS = 20;
const LONGEST_PRINT = 100_000;

type Print = (...given: never[]) => unknown;

/** A function that keeps the text that a handler prints, and prints everything else. */
function holdBack(readText: (given: readonly unknown[]) => unknown, answer: (given: readonly unknown[]) => unknown) {
  return (before: Print): Print =>
    function (this: unknown, ...given: unknown[]): unknown {
      const call = findTracedCall();
      if (call?.printed === undefined || isOwnOutput()) return Reflect.apply(before, this, given);
      call.printed.push(toText(readText(given)));
      if (call.printed.length > MOST_PRINTS) call.printed.shift();
      // A consumer's spy sees what the handler writes.
      return '_isMockFunction' in before || 'mock' in before ? Reflect.apply(before, this, given) : answer(given);
    };
}

function toText(chunk: unknown): string {
  const text = chunk instanceof Uint8Array ? new TextDecoder().decode(chunk) : String(chunk);
  return text.slice(0, LONGEST_PRINT);
}

/** jest's consoles print through these methods; `type` comes before the text. */
const holdLog = holdBack(
  ([, text]) => text,
  () => undefined,
);

/** A stream's `write` answers that it takes more, and calls back. */
const holdWrite = holdBack(
  ([chunk]) => chunk,
  (given) => {
    const done = given.find((one) => typeof one === 'function') as (() => void) | undefined;
    if (done !== undefined) queueMicrotask(done);
    return true;
  },
);

/** The own stream of a console, such as vitest's; without one an object that prints nothing. */
function findStream(name: '_stdout' | '_stderr'): object {
  const { [name]: stream, _log } = console as { _stdout?: object; _stderr?: object; _log?: unknown };
  const isKnown = stream === process.stdout || stream === process.stderr;
  return stream === undefined || isKnown || typeof _log === 'function' ? {} : stream;
}

/** Below the methods of the console: spies on these stay in their place. */
const standIns: readonly StandIn[] = [
  new StandIn(() => console, '_log', holdLog),
  new StandIn(() => console, '_logError', holdLog),
  ...(['_stdout', '_stderr'] as const).map((name) => new StandIn(() => findStream(name), 'write', holdWrite)),
  ...(['stdout', 'stderr'] as const).map((name) => new StandIn(() => process[name], 'write', holdWrite)),
];

/**
 * Holds back what handlers print, until {@link releaseOutput}: each call keeps its own. `CASES_LOG=all` prints it. The
 * output of the runner, of hooks and of this package is not held back.
 */
export function holdOutput(): void {
  if (!showsAll()) for (const standIn of standIns) standIn.install();
}

/** Prints everything again. */
export function releaseOutput(): void {
  for (const standIn of standIns.toReversed()) standIn.restore();
}

/**
 * Whether `CASES_LOG` asks for all output.
 * @throws InvalidArgumentError for another word
 */
export function showsAll(): boolean {
  const { CASES_LOG: word } = process.env;
  if (word === undefined || word === '' || word === 'all') return word === 'all';
  throw new InvalidArgumentError({
    argument: 'CASES_LOG',
    received: word,
    allowed: '"all", or nothing',
    because: 'Without it, only the output of a failing event is printed, with its failure',
  });
}
