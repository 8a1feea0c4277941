import { build } from '../../arbitraries/bulk/build.ts';
import type { Step } from '../../arbitraries/bulk/shrink.ts';
import type { Identity } from '../../arbitraries/identity.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { Read } from '../event/paths.ts';
import { whileParsed } from './parsedTexts.ts';
import { identified } from './playedIdentities.ts';
import { recordingView } from './recordingView.ts';
import type { Run, Subject } from './run.ts';
import type { HandlerFailure } from './runHandler.ts';
import { BatchLook } from './transports/batchLook.ts';

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

/** What a handler is written for, and did not get. */
export type Mistake = 'expects an event' | 'expects a batch' | 'expects a batch of Firehose';

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

/** Plays events through views that note what is read. */
export async function look(
  { reads }: Contract,
  steps: readonly Step[],
  run: Run,
  { identity, timeout }: LookOptions,
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
    seen.push(await (run.transport === undefined ? lookAtEvent : lookAtBatch)(own, run, timeout));
    const failure = seen.at(-1)?.failure;
    if (failure !== undefined) return { ...sum(), failure, number };
  }
  return sum();
}

interface Seen extends Pick<Look, 'parsed' | 'mistake'> {
  readonly known: boolean;
  readonly failure: HandlerFailure | undefined;
  touched(read: Read): boolean;
}

async function lookAtEvent(step: Step, run: Run, timeout?: number): Promise<Seen> {
  const { event, touched } = recordingView(build(step.plan));
  const failure = await run.play(event, () => event, subjectOf(step), timeout);
  return { failure, touched, known: true, parsed: true, mistake: expectsBatch(touched) };
}

async function lookAtBatch(step: Step, run: Run, timeout?: number): Promise<Seen> {
  const event = build(step.plan);
  const batch = new BatchLook(event);
  const failure = await whileParsed(
    JSON.stringify(event),
    (parsed) => batch.parsed(parsed),
    () => run.play(event, () => build(step.plan), subjectOf(step), timeout),
  );
  const touched = (read: Read): boolean => batch.touched(read);
  const isEvent = run.transport?.name === 'lambda';
  const expectsEvent = batch.takesBatchForEvent ? ('expects an event' as const) : undefined;
  return {
    failure,
    touched,
    known: batch.known,
    parsed: batch.opened,
    mistake: isEvent ? expectsBatch(touched) : expectsEvent,
  };
}

/** What begins with the first events, such as a flush timer, may fail late. */
function subjectOf(step: Step): Subject {
  return { class: step.eventClass, event: build(step.plan), step };
}

/** Whether of an event nothing is read but what only a batch has. */
function expectsBatch(touched: (read: Read) => boolean): Mistake | undefined {
  const reads = (key: string): boolean => touched({ path: key, steps: [key] });
  if (envelope.some(reads)) return undefined;
  if (reads('Records')) return 'expects a batch';
  return reads('records') ? 'expects a batch of Firehose' : undefined;
}

const envelope = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources', 'detail'];
