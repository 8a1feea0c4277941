import { build } from '../../arbitraries/bulk/build.ts';
import type { Step } from '../../arbitraries/bulk/shrink.ts';
import type { Identity } from '../../arbitraries/identity.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { Read } from '../event/paths.ts';
import { identified } from './playedIdentities.ts';
import type { Run, Subject } from './run.ts';
import type { HandlerFailure } from './runHandler.ts';
import { type Mistake, type Seen, seeing } from './seeing.ts';

/** What a handler did with some events, up to the first that it failed on. */
export interface Look {
  /** What it read; nothing where that cannot be seen: behind a transport it may read the text in a way of its own. */
  readonly touched: ReadonlySet<Read> | undefined;
  /** Whether it has parsed an event, which behind a transport is a text at first. */
  readonly parsed: boolean;
  /** What it takes for what else, if it is written for other invocations than it gets. */
  readonly mistake: Mistake | undefined;
  readonly failure?: HandlerFailure;
  /** Which of the events failed, by its number. */
  readonly number?: number;
}

/** How to look. */
export interface LookOptions {
  /** Makes the identity of the next event. */
  readonly identity: () => Identity;
  /** Milliseconds until a handler counts as hung. */
  readonly timeout?: number;
}

/**
 * Which of its contract's paths a handler reads of some events, at the end of a run; `undefined` where that cannot be
 * seen, or the handler fails. Its outcome is discarded: a handler that fails only on a view (which cannot be cloned, say)
 * is not blamed.
 */
export async function touchedReads(
  contract: Contract,
  steps: readonly Step[],
  run: Run,
): Promise<ReadonlySet<Read> | undefined> {
  if (contract.reads.length === 0) return undefined;
  const { touched, failure } = await look(contract, steps, run, { identity: () => run.identities.next() });
  return failure === undefined ? touched : undefined;
}

/**
 * Plays events through views that note what is read. A view cannot be cloned, and who catches that reads nothing: so a
 * handler that reads nothing is looked at again, with copies.
 */
export async function look(contract: Contract, steps: readonly Step[], run: Run, options: LookOptions): Promise<Look> {
  const seen = await lookThrough(contract, steps, run, options, false);
  if (seen.failure !== undefined || seen.touched?.size !== 0) return seen;
  const { touched, failure } = await lookThrough(contract, steps, run, options, true);
  return { ...seen, touched: failure === undefined ? touched : undefined };
}

async function lookThrough(
  { reads }: Contract,
  steps: readonly Step[],
  run: Run,
  { identity, timeout }: LookOptions,
  copied: boolean,
): Promise<Look> {
  const seen: Seen[] = [];
  const sum = (): Look => ({
    touched: seen.every(({ known }) => known)
      ? new Set(reads.filter((read) => seen.some(({ touched }) => touched(read))))
      : undefined,
    parsed: seen.some(({ parsed }) => parsed),
    mistake: seen.map(({ mistake }) => mistake).find((mistake) => mistake !== undefined),
  });
  for (const [number, step] of steps.entries()) {
    const own = identified(step, identity());
    const play = (event: object, again: () => object) => run.play(event, again, subjectOf(own), timeout);
    seen.push(await seeing(() => build(own.plan), run.transport, play, copied));
    const failure = seen.at(-1)?.failure;
    if (failure !== undefined) return { ...sum(), failure, number };
  }
  return sum();
}

/** What begins with the first events, such as a flush timer, may fail late. */
function subjectOf(step: Step): Subject {
  return { class: step.eventClass, event: build(step.plan), step };
}
