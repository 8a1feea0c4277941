import { build } from '../../arbitraries/bulk/build.ts';
import type { Step } from '../../arbitraries/bulk/shrink.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { Read } from '../event/paths.ts';
import { identified } from './playedIdentities.ts';
import { recordingView } from './recordingView.ts';
import type { Run } from './run.ts';
import type { HandlerFailure } from './runHandler.ts';

/** What a handler read of some events, up to the first that it failed on. */
export interface Look {
  readonly touched: ReadonlySet<Read>;
  readonly failure?: HandlerFailure;
  /** Which of the events failed, by its number. */
  readonly number?: number;
}

/**
 * Which of its contract's paths a handler reads of some events; `undefined` where that cannot be seen, or the handler
 * fails. Its outcome is discarded: a handler that fails only on a view (which cannot be cloned, say) is not blamed.
 */
export async function touchedReads(
  contract: Contract,
  steps: readonly Step[],
  run: Run,
): Promise<ReadonlySet<Read> | undefined> {
  if (!canLook(contract, run)) return undefined;
  const { touched, failure } = await look(contract, steps, run);
  return failure === undefined ? touched : undefined;
}

/** Whether it can be seen what is read: behind a transport the function reads a text, of which nobody can note it. */
export function canLook({ reads }: Contract, { transport }: Run): boolean {
  return reads.length > 0 && transport === undefined;
}

/**
 * Plays events through views that note what is read.
 * @param timeout milliseconds until a handler counts as hung
 */
export async function look(contract: Contract, steps: readonly Step[], run: Run, timeout?: number): Promise<Look> {
  const touched = new Set<Read>();
  for (const [number, step] of steps.entries()) {
    const own = identified(step, run.identities.next());
    const view = recordingView(build(own.plan));
    // What begins with the first events, such as a flush timer, may fail late.
    const subject = { class: own.eventClass, event: build(own.plan), step: own };
    const failure = await run.play(view.event, () => view.event, subject, timeout);
    if (failure !== undefined) return { touched, failure, number };
    for (const read of contract.reads) if (view.touched(read)) touched.add(read);
  }
  return { touched };
}
