import type { PlannedEvent } from '../../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { now } from '../../../../model/platform/realProcess.ts';
import { hashText } from '../../../../model/values/seededRandom.ts';
import { checks } from '../../checks/checks.ts';
import { summarizeThrown } from '../../failure/formatThrown.ts';
import type { Handler } from '../../lambda/runHandler.ts';
import { Run } from '../../run/run.ts';
import type { ResolvedOptions } from '../../run/runOptions.ts';
import { findReadFaults, type ReadFaults } from '../findReadFaults.ts';
import { requireKind } from '../requireKind.ts';

/** What a handler reads of the events of a row. */
export interface ExploredRow extends ReadFaults {
  readonly samples: readonly PlannedEvent[];
}

/**
 * Plays the samples, the fixed cases and random events of a contract, and compares what the handler reads with its row.
 * @param explores whether a rare event may show a further path
 * @throws InvalidArgumentError for a handler written for another invocation; Error for one that fails on a sample
 */
export async function exploreRow(
  contract: Contract,
  handler: Handler,
  options: ResolvedOptions,
  explores: boolean = false,
): Promise<ExploredRow> {
  // Each row has the time of a run.
  const run = new Run(contract, handler, { ...options, began: now() });
  const space = contractSpace(contract);
  const samples = space.samples();
  const largest = run.transport?.largest;
  const { plannedEvents } = space.schedule(contract.reads, largest);
  run.errorTracker.start();
  try {
    await run.prepare();
    await requireKind(contract, run, contract.eventType);
    for (const sample of samples) await requirePassing(contract, run, sample);
    // What comes out of many events shows later whether anything depends on a place.
    for (const planned of plannedEvents.filter(({ isPadded }) => !isPadded)) await play(run, planned);
    const seed = options.seed ?? hashText(contract.title);
    const plan = { samples, plannedEvents, space, seed, largest, form: 'copy', explores } as const;
    return { samples, ...(await findReadFaults(contract, run, [], plan)) };
  } finally {
    run.errorTracker.hasReported = true;
    run.end();
    run.errorTracker.stop();
  }
}

/** @throws Error if the handler fails: what it would read after that is unknown */
async function requirePassing({ eventType }: Contract, run: Run, sample: PlannedEvent): Promise<void> {
  const failure = await play(run, sample);
  if (failure === undefined) return;
  const { headline } = checks[failure.kind];
  const thrown = failure.error === undefined ? '' : ` (${summarizeThrown(failure.error)})`;
  const item = sample.itemType === undefined ? '' : ` of a ${sample.itemType}`;
  throw new Error(
    `readsOf: the handler ${headline} on the sample of ${eventType}${item}${thrown}, so what it reads afterwards is unknown. Every handler gets such events: mend it first.`,
    { cause: failure.error },
  );
}

function play(run: Run, unplayed: PlannedEvent): ReturnType<Run['execute']> {
  const planned = unplayed.withIdentity(run.identities.next());
  return run.execute(planned.event(), () => planned.event());
}
