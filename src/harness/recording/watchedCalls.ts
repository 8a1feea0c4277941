import { nodeModule } from '../../../model/platform/nodeModule.ts';
import type { Loss } from './readNotes.ts';
import { StandIn } from './standIn.ts';
import { cloneWatched } from './watched.ts';

/** What is done with a text that whoever is looked at may parse. */
export interface Expected {
  /** Gives what stands in for the parsed value. */
  readonly answer?: (parsed: object) => object;
  /** It was tried to parse, whatever comes out. */
  readonly tried?: () => void;
  /** It was decoded from base64. */
  readonly decoded?: () => void;
  /** By what the value is found in a text that holds more, or is laid out in another way. */
  readonly mark?: string | undefined;
  /** The copies of the value that the text was written for. Each is found where the text is logged, or parsed. */
  readonly losses?: readonly Loss[];
}

/** Calls of the console that go on. */
let logging = 0;

/** The texts that one look expects to be parsed, or logged. */
export class WatchedCalls {
  readonly texts: Map<string, Expected> = new Map();

  expect(text: string, expected: Expected): void {
    const { losses = [] } = this.texts.get(text) ?? {};
    this.texts.set(text, { ...expected, losses: [...losses, ...(expected.losses ?? [])] });
  }

  /** Whether what is written now goes to a log. */
  get isLogging(): boolean {
    return logging > 0;
  }
}

const going = new Set<WatchedCalls>();

/** Prints, and sees which texts are printed: a log is no copy of which something may be read. */
const printing = (before: (...given: never[]) => unknown) =>
  function (this: unknown, ...given: unknown[]): unknown {
    // A console prints to a stream, which would be the same text once more.
    for (const text of given) if (typeof text === 'string' && logging === 0) logged(text);
    logging++;
    try {
      return Reflect.apply(before, this, given);
    } finally {
      logging--;
    }
  };

const standIns: readonly StandIn[] = [
  ...['debug', 'error', 'info', 'log', 'trace', 'warn'].map((name) => new StandIn(() => console, name, printing)),
  ...(['stdout', 'stderr'] as const).map((name) => new StandIn(() => process[name], 'write', printing)),
  new StandIn(
    () => JSON,
    'parse',
    (before) =>
      function (this: unknown, ...given: unknown[]): unknown {
        const text = String(given[0]);
        const all = findAll(text);
        // Of several runs that expect the same text it is not known whose handler tried.
        if (all.length === 1) all[0]?.tried?.();
        const [expected] = all;
        const parsed: unknown = Reflect.apply(before, this, given);
        if (typeof parsed !== 'object' || parsed === null) return parsed;
        if (expected === undefined) return found(parsed, text);
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
    () => nodeModule('node:buffer').Buffer,
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
 * Does a work, during which whoever parses an expected text as JSON gets what is watched in place of the parsed value, and
 * whoever clones what is watched, too. Everything else comes out as ever. What cannot be replaced is left alone: then it is
 * not seen.
 */
export async function whileWatched<Result>(work: (calls: WatchedCalls) => Promise<Result>): Promise<Result> {
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

function logged(printed: string): void {
  for (const { texts } of going) {
    for (const [text, expected] of texts) if (printed.includes(expected.mark ?? text)) findOne(expected);
  }
}

function findOne({ losses = [] }: Expected): void {
  const loss = losses.find(({ isFound }) => !isFound);
  if (loss !== undefined) loss.isFound = true;
}

/** Puts what is watched in its place in a parsed value that holds it. What is there in another form stays lost. */
function found(parsed: object, text: string): object {
  const held = [...going].flatMap(({ texts }) => [...texts]).filter(([, { mark }]) => mark && text.includes(mark));
  return held.length === 0 ? parsed : replacedIn(parsed, new Map(held));
}

function replacedIn(value: object, values: ReadonlyMap<string, Expected>): object {
  const expected = values.get(JSON.stringify(value));
  if (expected?.answer !== undefined) {
    findOne(expected);
    return expected.answer(value);
  }
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'object' || part === null) continue;
    const replaced = replacedIn(part, values);
    if (replaced !== part) (value as Record<string, unknown>)[key] = replaced;
  }
  return value;
}
