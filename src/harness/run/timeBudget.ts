import { now } from '../../../model/platform/realProcess.ts';
import { DEFAULT_RUNS, DEFAULT_TEST_LIMIT, findTestLimit } from '../../../model/platform/testLimit.ts';

/** The parts of the limit after which a run plays no more random events, and no more at all. */
const RANDOM = 1 / 2;
const ALL = 3 / 4;

/** How many of something were played. */
interface Share {
  readonly what: string;
  readonly played: number;
  readonly of: number;
}

interface Timing {
  /** The time limit of the test in milliseconds; undefined if nothing tells it, and 0 for none. */
  findLimit(): number | undefined;
  /** The time in milliseconds. */
  clock(): number;
  readonly began: number;
}

/**
 * Keeps one run within the time limit of its test. The fixed cases are always played. Random events and deliveries stop
 * after half of it, and other readings after three quarters. The rest is for shrinking.
 */
export class TimeBudget {
  readonly #clock: () => number;
  readonly #began: number;
  readonly #limit: number;
  readonly #shares: Share[] = [];
  readonly #remedy: string;

  /**
   * @param runs the number of random events or deliveries
   * @param began when the call of the test began; by default now
   */
  constructor(runs: number, { findLimit = findTestLimit, clock = now, began = clock() }: Partial<Timing> = {}) {
    const limit = findLimit();
    this.#clock = clock;
    this.#began = began;
    this.#remedy = `make the handler and reset faster, raise the limit (testTimeout in jest and vitest), or set CASES_RUNS=${2 * Math.max(runs, DEFAULT_RUNS)}, which doubles it`;
    const unknown = DEFAULT_TEST_LIMIT * Math.max(1, runs / DEFAULT_RUNS);
    this.#limit = limit === undefined ? unknown : limit === 0 ? Number.POSITIVE_INFINITY : limit;
  }

  /** Whether another random event may begin. */
  get hasTimeForRandom(): boolean {
    return this.#isWithin(RANDOM);
  }

  /** Whether anything else may begin. */
  get hasTime(): boolean {
    return this.#isWithin(ALL);
  }

  /** Counts what was played, and of how many. */
  count(what: string, played: number, of: number): void {
    this.#shares.push({ what, played, of });
  }

  /** The line about what was not played, after the title; undefined if all was. */
  describeRest(): string | undefined {
    const cut = this.#shares.filter(({ played, of }) => played < of);
    if (cut.length === 0) return undefined;
    const shares = cut.map(({ what, played, of }) => `${showNumber(played)} of ${showNumber(of)} ${what}`);
    return `played ${shares.join(', and ')}, to keep within the time limit of the test (${this.#showLimit()}). To play all, ${this.#remedy}`;
  }

  /** The line about fixed cases that take too long, after the title. */
  describeSlowFixed(played: number, of: number): string {
    return `${showNumber(played)} of ${showNumber(of)} fixed cases took most of the time limit of the test (${this.#showLimit()}). Every run plays all of them: ${this.#remedy}`;
  }

  #isWithin(part: number): boolean {
    return this.#clock() - this.#began < part * this.#limit;
  }

  #showLimit(): string {
    return `${Math.round(this.#limit / 100) / 10} s`;
  }
}

function showNumber(number: number): string {
  return number.toLocaleString('en');
}
