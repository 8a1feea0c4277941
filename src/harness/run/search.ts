import type { Arbitrary, Value } from 'fast-check';
import { now } from '../../../model/platform/realProcess.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { type Draw, drawValues, withDefaults } from './draw.ts';

/** The tried values, and the most milliseconds for shrinking the first failing one. */
export interface SearchOptions extends Draw {
  readonly shrinking: number;
  /** What a path leads to, for messages. */
  readonly tried: 'delivery' | 'event';
  /** Writes a path as the consumer knows it, for messages; fast-check's own by default. */
  readonly formatPath?: ((path: string) => string) | undefined;
  /** Whether another value may be tried; always by default. */
  readonly hasTime?: (() => boolean) | undefined;
  /** Learns that time ended the shrinking: a smaller value may fail, too. */
  readonly onCut?: (() => void) | undefined;
  /** Receives the number of tried values if none failed. */
  readonly onPassed?: ((tried: number) => void) | undefined;
}

/** The most values in memory at once. */
const CHUNK = 10_000;

/**
 * Tries values of an arbitrary until one fails, and shrinks it. With `path` it tries only the value there.
 * @param fails whether a value fails; it gets the value and its path. An error of it ends the search
 * @returns fast-check's path of the smallest failing value; undefined if all pass
 * @throws InvalidArgumentError if no value has this path
 */
export async function search<Tried>(
  make: () => Arbitrary<Tried>,
  { seed, runs, path, shrinking, tried, formatPath = String, hasTime = () => true, onCut, onPassed }: SearchOptions,
  fails: (value: Tried, path: string) => Promise<boolean>,
): Promise<string | undefined> {
  const arbitrary = withDefaults(make);
  if (path !== undefined) {
    const value = drawValueAt(arbitrary, seed, path);
    if (value === undefined) throw refuseUnknownPath(formatPath(path), tried);
    return (await fails(value.value, path)) ? path : undefined;
  }
  for (let from = 0; from < runs; from += CHUNK) {
    const values = drawValues(arbitrary, { seed, runs: Math.min(CHUNK, runs - from), path: String(from) });
    for (const [place, value] of values.entries()) {
      // The first is always tried: a run that tries nothing proves nothing.
      if (from + place > 0 && !hasTime()) {
        onPassed?.(from + place);
        return undefined;
      }
      const found = String(from + place);
      if (await fails(value.value, found)) {
        return shrink(arbitrary, value, found, { until: now() + shrinking, onCut }, fails);
      }
    }
  }
  onPassed?.(runs);
  return undefined;
}

/** The path of the smallest failing value, as far as time allows. */
async function shrink<Tried>(
  arbitrary: Arbitrary<Tried>,
  { value_: value, context }: Value<Tried>,
  path: string,
  time: { readonly until: number } & Pick<SearchOptions, 'onCut'>,
  fails: (value: Tried, path: string) => Promise<boolean>,
): Promise<string> {
  let place = 0;
  for (const smaller of arbitrary.shrink(value, context)) {
    if (now() > time.until) {
      time.onCut?.();
      break;
    }
    const found = `${path}:${place++}`;
    if (await fails(smaller.value, found)) return shrink(arbitrary, smaller, found, time, fails);
  }
  return path;
}

function drawValueAt<Tried>(arbitrary: Arbitrary<Tried>, seed: number, path: string): Value<Tried> | undefined {
  try {
    return drawValues(arbitrary, { seed, runs: 1, path })[0];
  } catch {
    // fast-check throws if a part of the path does not exist.
    return undefined;
  }
}

function refuseUnknownPath(received: string, tried: SearchOptions['tried']): InvalidArgumentError {
  return new InvalidArgumentError({
    argument: 'options.path',
    received,
    allowed: 'the path of a failure of the same seed, options, domain and version',
    because: `No ${tried} has this path`,
    todo: 'Run without path first',
  });
}
