import { InvalidArgumentError, listWords, requireOneOf } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import { requireHook } from '../lambda/requireHook.ts';
import { requireOptionNames } from '../run/requireOptionNames.ts';
import { resolveOptions } from '../run/runOptions.ts';
import { type FaultKind, faultKinds } from './faults/faults.ts';
import type { CallSchedule } from './play/interleaving.ts';

/** Options of `verifyDelivery`. */
export interface DeliveryOptions {
  /** Resets the handler's state, before every delivery; awaited. */
  readonly reset: () => unknown;
  /** Returns what the handler has stored so far, as JSON; awaited. Deliveries are compared by it. */
  readonly observe: () => unknown;
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
   * With `concurrency: 2`: called once before the first delivery; awaited. Wrap each asynchronous function that the
   * handler calls, such as those of a store, in `schedule`. While two batches are in flight, fast-check's scheduler
   * orders these calls. At other times they run as usual.
   */
  readonly interleave?: ((schedule: CallSchedule) => unknown) | undefined;
  /** Milliseconds after which a call of the handler, or of another option, counts as hung; 1,000 by default. */
  readonly timeout?: number | undefined;
}

/** The options with all defaults filled in. */
export interface ResolvedDeliveryOptions {
  readonly reset: () => unknown;
  readonly observe: () => unknown;
  readonly tolerates: readonly FaultKind[];
  readonly runs: number;
  readonly seed: number;
  readonly path: string | undefined;
  readonly concurrency: 1 | 2;
  readonly interleave: ((schedule: CallSchedule) => unknown) | undefined;
  readonly timeout: number;
}

/** The default faults of a delivery. */
export const tolerated: readonly FaultKind[] = ['duplicates', 'reordering'];

const names = ['reset', 'observe', 'tolerates', 'runs', 'seed', 'path', 'concurrency', 'interleave', 'timeout'];

const hooks = {
  reset: "a function that resets the handler's state",
  observe: 'a function that returns what the handler has stored',
};

/** What to do if a required option is missing. */
const required = {
  because:
    'Both "reset" and "observe" are required: each delivery starts with reset, and ends with observe, whose results are compared',
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
  const { reset, observe, tolerates = tolerated, path, concurrency = 1, interleave, ...rest } = options;
  for (const [name, allowed] of Object.entries(hooks)) {
    const hook: unknown = options[name as keyof typeof hooks];
    if (hook === undefined && !Object.hasOwn(options, name)) {
      throw new InvalidArgumentError({ argument: `options.${name}`, received: hook, allowed, ...required });
    }
    requireHook(name, hook, allowed);
  }
  if (!Array.isArray(tolerates)) {
    throw new InvalidArgumentError({
      argument: 'options.tolerates',
      received: tolerates,
      allowed: `a list with any of ${listWords(faultKinds)}`,
    });
  }
  for (const [place, kind] of tolerates.entries()) requireOneOf(`options.tolerates[${place}]`, kind, faultKinds);
  if (path !== undefined && !/^\d+(:\d+)*$/.test(path)) {
    throw new InvalidArgumentError({
      argument: 'options.path',
      received: path,
      allowed: 'the path of a failure, such as "21:2:0"',
    });
  }
  if (concurrency !== 1 && concurrency !== 2) {
    throw new InvalidArgumentError({ argument: 'options.concurrency', received: concurrency, allowed: '1 or 2' });
  }
  if (interleave !== undefined) {
    requireHook(
      'interleave',
      interleave,
      'a function that wraps functions of a store with its argument, as in (schedule) => { db.get = schedule(db.get); }',
      {
        parameters: '(schedule)',
        todo: 'Write interleave: (schedule) => { … }, and wrap in it each function that the handler calls: it is called once, before the first delivery',
      },
    );
    if (concurrency === 1) {
      throw new InvalidArgumentError({
        argument: 'options.interleave',
        received: interleave,
        allowed: 'nothing, with options.concurrency 1',
        because: 'With one batch at a time there is no interleaving to choose',
        todo: 'Add concurrency: 2',
      });
    }
  }
  const { runs: asked } = rest;
  if (asked !== undefined) requireWholeNumber('options.runs', asked, { least: 1 });
  const { runs, seed = 0, timeout } = resolveOptions({ ...rest, path });
  requireWholeNumber('CASES_RUNS', runs, { least: 1 });
  return { reset, observe, tolerates: [...new Set(tolerates)], runs, seed, path, concurrency, interleave, timeout };
}
