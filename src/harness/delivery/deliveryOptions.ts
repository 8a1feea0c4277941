import { InvalidArgumentError, listWords, requireOneOf } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import { requireDownstream } from '../downstream/prepareDownstream.ts';
import type { Downstream } from '../downstream/watching.ts';
import { requireHook } from '../lambda/requireHook.ts';
import { requireOptionNames } from '../run/requireOptionNames.ts';
import { resolveOptions } from '../run/runOptions.ts';
import { type FaultKind, faultKinds } from './faults/faults.ts';

/** Options of `verifyDelivery`. */
export interface DeliveryOptions {
  /** Resets the handler's state, before every delivery; awaited. */
  readonly reset: () => unknown;
  /**
   * Returns what the handler has stored so far, as JSON; awaited. Deliveries are compared by it. With `downstream` it may
   * be absent: then deliveries are compared by the watched calls.
   */
  readonly observe?: (() => unknown) | undefined;
  /** The faults of deliveries; duplicates and reordering by default. */
  readonly tolerates?: readonly FaultKind[] | undefined;
  /** The number of deliveries, 1 or more; 100 by default. Beats `CASES_RUNS`. */
  readonly runs?: number | undefined;
  /** The seed of the deliveries; 0 by default. Beats `CASES_SEED`. */
  readonly seed?: number | undefined;
  /** With `seed`, and the same other options: only the delivery of this path. A failure names both. */
  readonly path?: string | undefined;
  /** 2 also plays each delivery with two batches in flight at once; 1 by default. */
  readonly concurrency?: 1 | 2 | undefined;
  /**
   * Watches the functions that the handler calls, such as those of a store; called once before the first event, and
   * awaited. The calls are recorded. With `concurrency: 2` fast-check's scheduler orders those of two batches in flight.
   * The fault `'outage'` lets them fail.
   */
  readonly downstream?: Downstream | undefined;
  /** Milliseconds after which a call of the handler, or of another option, counts as hung; 1,000 by default. */
  readonly timeout?: number | undefined;
}

/** The options with all defaults filled in. */
export interface ResolvedDeliveryOptions {
  readonly reset: () => unknown;
  readonly observe: (() => unknown) | undefined;
  readonly tolerates: readonly FaultKind[];
  readonly runs: number;
  readonly seed: number;
  readonly path: string | undefined;
  readonly concurrency: 1 | 2;
  readonly downstream: Downstream | undefined;
  readonly timeout: number;
}

/** The default faults of a delivery. */
export const tolerated: readonly FaultKind[] = ['duplicates', 'reordering'];

const names = ['reset', 'observe', 'tolerates', 'runs', 'seed', 'path', 'concurrency', 'downstream', 'timeout'];

const hooks = {
  reset: "a function that resets the handler's state",
  observe: 'a function that returns what the handler has stored',
};

/** What to do if a required option is missing. */
const required = {
  because:
    'Both "reset" and "observe" are required: each delivery starts with reset, and ends with observe, whose results are compared. Only with "downstream" you may leave out "observe"',
  todo: 'Write verifyDelivery(contracts, handler, { reset: () => rows.clear(), observe: () => [...rows].sort() }), where rows is what the handler keeps',
};

/**
 * Checks the options.
 * @throws InvalidArgumentError with the option, the received value and the allowed ones
 */
export function resolveDeliveryOptions(options: DeliveryOptions): ResolvedDeliveryOptions {
  const given: unknown = options;
  if (given === undefined || given === null) {
    throw new InvalidArgumentError({
      argument: 'options',
      received: given,
      allowed: 'an object with "reset", "observe" and optional members',
      ...required,
    });
  }
  requireOptionNames(options, names);
  const { reset, observe, tolerates = tolerated, path, concurrency = 1, downstream, ...rest } = options;
  requireDownstream(downstream);
  if (!Array.isArray(tolerates)) {
    throw new InvalidArgumentError({
      argument: 'options.tolerates',
      received: tolerates,
      allowed: `a list with any of ${listWords(faultKinds)}`,
    });
  }
  for (const [place, kind] of tolerates.entries()) requireOneOf(`options.tolerates[${place}]`, kind, faultKinds);
  if (tolerates.includes('outage') && downstream === undefined) {
    throw new InvalidArgumentError({
      argument: 'options.tolerates',
      received: tolerates,
      allowed: 'no "outage" without options.downstream',
      because: 'An outage lets the functions fail that the handler calls, and none is watched',
      todo: 'Add downstream: ({ watch }) => { db.put = watch(db.put); }',
    });
  }
  for (const [name, allowed] of Object.entries(hooks)) {
    const hook: unknown = options[name as keyof typeof hooks];
    if (name === 'observe' && hook === undefined && downstream !== undefined) continue;
    if (hook === undefined && !Object.hasOwn(options, name)) {
      throw new InvalidArgumentError({ argument: `options.${name}`, received: hook, allowed, ...required });
    }
    requireHook(name, hook, allowed);
  }
  if (path !== undefined && !isDeliveryPath(path)) {
    throw new InvalidArgumentError({
      argument: 'options.path',
      received: path,
      allowed: 'the path of a failure, such as "21:2:0"',
    });
  }
  if (concurrency !== 1 && concurrency !== 2) {
    throw new InvalidArgumentError({ argument: 'options.concurrency', received: concurrency, allowed: '1 or 2' });
  }
  const { runs: asked } = rest;
  if (asked !== undefined) requireWholeNumber('options.runs', asked, { least: 1 });
  const { runs, seed = 0, timeout } = resolveOptions({ ...rest, path });
  requireWholeNumber('CASES_RUNS', runs, { least: 1 });
  return { reset, observe, tolerates: [...new Set(tolerates)], runs, seed, path, concurrency, downstream, timeout };
}

/** Whether a text is the path of a delivery, as fast-check writes it. */
export function isDeliveryPath(text: string): boolean {
  return /^\d+(:\d+)*$/.test(text);
}
