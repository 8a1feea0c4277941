import { loadNodeModule } from '../../../model/platform/loadNodeModule.ts';
import type { Loss } from './readNotes.ts';
import { StandIn } from './standIn.ts';
import { cloneWatched } from './watched.ts';

/** What happens to a text that the recorded handler may parse. */
export interface Expected {
  /** Makes the replacement of the parsed value. */
  readonly answer?: (parsed: object) => object;
  /** The handler tried to parse it, with any result. */
  readonly tried?: () => void;
  /** The handler decoded it from base64. */
  readonly decoded?: () => void;
  /** Identifies the value in a longer text, or in another layout. */
  readonly mark?: string | undefined;
  /** The copies of the value for which the text was written. Each is found when the text is logged or parsed. */
  readonly losses?: readonly Loss[];
}

/** Console calls that run now. */
let logging = 0;

/** The texts that a recording expects to be parsed or logged. */
export class WatchedCalls {
  readonly texts: Map<string, Expected> = new Map();

  expect(text: string, expected: Expected): void {
    const { losses = [] } = this.texts.get(text) ?? {};
    this.texts.set(text, { ...expected, losses: [...losses, ...(expected.losses ?? [])] });
  }

  /** Whether the current output goes to a log. */
  get isLogging(): boolean {
    return logging > 0;
  }
}

const going = new Set<WatchedCalls>();

/** Prints, and observes the printed texts: a log is no copy for later reads. */
const observePrinting = (before: (...given: never[]) => unknown) =>
  function (this: unknown, ...given: unknown[]): unknown {
    // A console prints to a stream, which would count the same text again.
    for (const text of given) if (typeof text === 'string' && logging === 0) noteLogged(text);
    logging++;
    try {
      return Reflect.apply(before, this, given);
    } finally {
      logging--;
    }
  };

const standIns: readonly StandIn[] = [
  ...['debug', 'error', 'info', 'log', 'trace', 'warn'].map(
    (name) => new StandIn(() => console, name, observePrinting),
  ),
  ...(['stdout', 'stderr'] as const).map((name) => new StandIn(() => process[name], 'write', observePrinting)),
  new StandIn(
    () => JSON,
    'parse',
    (before) =>
      function (this: unknown, ...given: unknown[]): unknown {
        const text = String(given[0]);
        const all = findAll(text);
        // If several runs expect the same text, the handler that tried is unknown.
        if (all.length === 1) all[0]?.tried?.();
        const [expected] = all;
        const parsed: unknown = Reflect.apply(before, this, given);
        if (typeof parsed !== 'object' || parsed === null) return parsed;
        if (expected === undefined) return putRecorded(parsed, text);
        findOne(expected);
        return expected.answer?.(parsed) ?? parsed;
      },
  ),
  new StandIn(
    () => globalThis,
    'structuredClone',
    (before) =>
      function (this: unknown, ...given: unknown[]): unknown {
        const clone = (value: unknown): unknown => Reflect.apply(before, this, [value, ...given.slice(1)]);
        return cloneWatched(given[0], clone as (value: object) => object) ?? clone(given[0]);
      },
  ),
  new StandIn(
    () => loadNodeModule('node:buffer').Buffer,
    'from',
    (before) =>
      function (this: unknown, ...given: unknown[]): unknown {
        if (typeof given[0] === 'string') for (const { decoded } of findAll(given[0])) decoded?.();
        return Reflect.apply(before, this, given);
      },
  ),
  new StandIn(
    () => globalThis,
    'atob',
    (before) =>
      function (this: unknown, ...given: unknown[]): unknown {
        for (const { decoded } of findAll(String(given[0]))) decoded?.();
        return Reflect.apply(before, this, given);
      },
  ),
];

/**
 * Runs work during which parsing an expected text, or cloning a recorded object, gives a recorded value. Everything
 * else behaves as usual. Functions that cannot be replaced stay, and are unobserved.
 */
export async function runWatched<Result>(work: (calls: WatchedCalls) => Promise<Result>): Promise<Result> {
  const calls = new WatchedCalls();
  going.add(calls);
  for (const standIn of standIns) standIn.install();
  try {
    return await work(calls);
  } finally {
    going.delete(calls);
    if (going.size === 0) for (const standIn of standIns) standIn.restore();
  }
}

function findAll(text: string): Expected[] {
  return [...going].flatMap(({ texts }) => texts.get(text) ?? []);
}

function noteLogged(printed: string): void {
  for (const { texts } of going) {
    for (const [text, expected] of texts) if (printed.includes(expected.mark ?? text)) findOne(expected);
  }
}

function findOne({ losses = [] }: Expected): void {
  const loss = losses.find(({ isFound }) => !isFound);
  if (loss !== undefined) loss.isFound = true;
}

/** Puts the recorded value into a parsed value that contains it. Other forms of it stay unobserved. */
function putRecorded(parsed: object, text: string): object {
  const held = [...going].flatMap(({ texts }) => [...texts]).filter(([, { mark }]) => mark && text.includes(mark));
  return held.length === 0 ? parsed : replaceExpected(parsed, new Map(held));
}

function replaceExpected(value: object, values: ReadonlyMap<string, Expected>): object {
  const expected = values.get(JSON.stringify(value));
  if (expected?.answer !== undefined) {
    findOne(expected);
    return expected.answer(value);
  }
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null) continue;
    const replaced = replaceExpected(part, values);
    if (replaced !== part) (value as Record<string, unknown>)[key] = replaced;
  }
  return value;
}
