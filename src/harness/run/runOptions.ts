import type { CasesEvent } from '../../../model/event/casesEvent.ts';
import { now } from '../../../model/platform/realProcess.ts';
import { DEFAULT_RUNS } from '../../../model/platform/testLimit.ts';
import { InvalidArgumentError, requireOneOf } from '../../../model/values/invalidArgument.ts';
import { requireWholeNumber } from '../../../model/values/requireWholeNumber.ts';
import { requireDownstream } from '../downstream/prepareDownstream.ts';
import type { Downstream } from '../downstream/watching.ts';
import type { OutcomeExpectation } from '../expectation/expectation.ts';
import { requireExpectation } from '../expectation/requireExpectation.ts';
import { showsAll } from '../lambda/heldOutput.ts';
import { requireHook } from '../lambda/requireHook.ts';
import { parseReplayPath } from './replayPath.ts';
import { requireOptionNames } from './requireOptionNames.ts';

/**
 * Options of `verify`. An option beats `CASES_RUNS` and `CASES_SEED`, which beat the default.
 * @typeParam Event - the events of the contract, with the fields of its domain
 */
export interface VerifyOptions<Event = CasesEvent> {
  /** Random events after the sample and the fixed cases, 0 or more; 100 by default. Beats `CASES_RUNS`. */
  readonly runs?: number | undefined;
  /** The seed of the random events, a 32-bit whole number; fixed for each contract by default. Beats `CASES_SEED`. */
  readonly seed?: number | undefined;
  /** With `seed`: plays only the event of this path again, and writes nothing. A failure names both. */
  readonly path?: string | undefined;
  /** Runs before every event, and is awaited; resets the handler's state. */
  readonly reset?: (() => unknown) | undefined;
  /**
   * Watches the functions that the handler calls; called once before the first event, and awaited. The calls are shown
   * in failures, and given to `expect`.
   */
  readonly downstream?: Downstream | undefined;
  /** Returns what the handler has stored, for `expect`; awaited. */
  readonly observe?: (() => unknown) | undefined;
  /** Your own assertions: called after each event that is played, and awaited. It throws, or returns false, to fail. */
  readonly expect?: OutcomeExpectation<Event> | undefined;
  /** Milliseconds after which the handler, or `reset`, counts as hung; 1,000 by default. */
  readonly timeout?: number | undefined;
  /** The effect of a failure under another reading of an open question; a warning by default. */
  readonly ambiguities?: 'fail' | 'warn' | 'off' | undefined;
  /**
   * The effect of a row that is not what the handler reads: a declared path that it never reads, or a path that it reads
   * and the row does not name. A failure by default.
   */
  readonly reads?: 'fail' | 'warn' | 'off' | undefined;
  /**
   * Also plays the events that are no case events: CloudTrail calls and unknown event types. With the option `rule` of
   * `contractsFor` it is true by default, and plays those that the rule delivers. Otherwise it is false by default, and
   * plays those of a rule on `source` alone.
   */
  readonly foreign?: boolean | undefined;
  /**
   * The directory of the pact's parts, one for each passing contract; by default `pacts` beside the nearest
   * package.json of the test file.
   */
  readonly dir?: string | undefined;
}

type Defined<Options> = { readonly [Name in keyof Options]-?: Exclude<Options[Name], undefined> };

/** The options with all defaults filled in. */
export interface ResolvedOptions
  extends Defined<
    Omit<VerifyOptions, 'dir' | 'downstream' | 'expect' | 'foreign' | 'observe' | 'path' | 'seed' | 'reset'>
  > {
  /** When the call began, in milliseconds of the clock of budgets. */
  readonly began: number;
  /** Undefined if the contract's rule decides. */
  readonly foreign: boolean | undefined;
  readonly dir: string | undefined;
  readonly seed: number | undefined;
  readonly path: string | undefined;
  readonly reset: () => unknown;
  readonly downstream: Downstream | undefined;
  readonly observe: (() => unknown) | undefined;
  readonly expect: OutcomeExpectation<never> | undefined;
  /** The options that a replay needs again, as code. */
  readonly replayOptions: readonly string[];
}

const optionNames = [
  'runs',
  'seed',
  'path',
  'reset',
  'downstream',
  'observe',
  'expect',
  'timeout',
  'ambiguities',
  'reads',
  'foreign',
  'dir',
];

/** What a finding may do that is no failure of the handler. */
const effects = ['fail', 'warn', 'off'] as const;

/**
 * Checks options and environment.
 * @throws InvalidArgumentError with the option or variable, the received value and the allowed ones
 */
export function resolveOptions(options: VerifyOptions<never> = {}): ResolvedOptions {
  // The modules of a run load later, and that takes a while.
  const began = now();
  requireOptionNames(options, optionNames);
  // Refuses a misspelt word before any event is played.
  showsAll();
  const { runs, seed, path, reset = () => undefined, timeout = 1000, foreign, dir } = options;
  const { ambiguities = 'warn', reads = 'fail' } = options;
  check(
    'options.path',
    path,
    path === undefined || (typeof path === 'string' && parseReplayPath(path) !== undefined),
    'the path of a failure, such as "fixed:12:0" or "21:2:0"',
  );
  if (path !== undefined && seed === undefined && ['', 'random'].includes(process.env.CASES_SEED ?? '')) {
    throw new InvalidArgumentError({
      argument: 'options.seed',
      received: seed,
      allowed: 'with options.path, the seed that the failure names',
      because: 'A path finds its event only with the seed of the same run',
      todo: 'Copy both from the failure',
    });
  }
  requireHook('reset', reset, "a function that resets the handler's state");
  const { downstream, observe, expect } = options;
  requireDownstream(downstream);
  requireExpectation(expect, observe);
  check(
    'options.timeout',
    timeout,
    typeof timeout === 'number' && timeout > 0 && timeout < 2 ** 31,
    'a number of milliseconds above 0, up to 2,147,483,647, the longest time of a timer',
  );
  check('options.foreign', foreign, foreign === undefined || typeof foreign === 'boolean', 'true or false');
  const isPath = dir === undefined || (typeof dir === 'string' && dir !== '' && !dir.includes('\0'));
  check('options.dir', dir, isPath, 'the path of a directory');
  return {
    began,
    runs: runs === undefined ? runsFromEnvironment() : requireRuns('options.runs', runs),
    seed: seed === undefined ? readSeed() : requireSeed('options.seed', seed),
    path,
    reset,
    downstream,
    observe,
    expect,
    timeout,
    ambiguities: requireOneOf('options.ambiguities', ambiguities, effects),
    reads: requireOneOf('options.reads', reads, effects),
    foreign,
    dir,
    replayOptions: [
      ...(options.reset === undefined ? [] : ['reset']),
      ...(downstream === undefined ? [] : ['downstream']),
      ...(observe === undefined ? [] : ['observe']),
      ...(expect === undefined ? [] : ['expect']),
      ...(options.timeout === undefined ? [] : [`timeout: ${timeout}`]),
    ],
  };
}

function runsFromEnvironment(): number {
  const { CASES_RUNS: text } = process.env;
  return text === undefined || text === '' ? DEFAULT_RUNS : requireRuns('CASES_RUNS', parseNumber(text));
}

function readSeed(): number | undefined {
  const { CASES_SEED: text } = process.env;
  if (text === undefined || text === '') return undefined;
  if (text !== 'random') return requireSeed('CASES_SEED', parseNumber(text), ', or "random"');
  return Math.floor(Math.random() * 2 ** 31);
}

/** The number of a decimal text, otherwise the text itself, for the message. */
function parseNumber(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The most random events, or deliveries, of one run. */
const MOST_RUNS = 1_000_000_000;

function requireRuns(argument: string, received: unknown): number {
  const allowed = 'a whole number of random events, 0 or more';
  const runs = requireWholeNumber(argument, received, { least: 0, allowed });
  const because = 'More would run for days: even the fastest handler gets only some thousand events a second';
  return requireWholeNumber(argument, runs, { least: 0, most: MOST_RUNS, because });
}

function requireSeed(argument: string, seed: unknown, or: string = ''): number {
  const allowed = `a whole number between -2,147,483,648 and 2,147,483,647${or}`;
  return requireWholeNumber(argument, seed, { least: -(2 ** 31), most: 2 ** 31 - 1, allowed });
}

function check(argument: string, received: unknown, fits: boolean, allowed: string): void {
  if (!fits) throw new InvalidArgumentError({ argument, received, allowed });
}
