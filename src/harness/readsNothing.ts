import { build } from '../../arbitraries/bulk/build.ts';
import type { Step } from '../../arbitraries/bulk/shrink.ts';
import type { Contract } from '../../contracts/contract.ts';
import { recordingView } from './recordingView.ts';
import type { Run } from './run.ts';

/**
 * Whether a handler touches none of the paths that its contract reads, on any of some events. The outcome of the calls
 * is discarded; a handler that fails only on a view (which cannot be cloned, say) is given the benefit of the doubt.
 */
export async function readsNothing(contract: Contract, steps: readonly Step[], run: Run): Promise<boolean> {
  if (contract.reads.length === 0) return false;
  for (const { plan } of steps) {
    const view = recordingView(build(plan));
    const failure = await run.play(view.event, () => view.event);
    if (failure !== undefined || contract.reads.some((read) => view.touched(read))) return false;
  }
  return true;
}
