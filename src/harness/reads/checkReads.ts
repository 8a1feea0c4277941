import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Read } from '../../../model/event/paths.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { ContractViolation } from '../failure/contractViolation.ts';
import type { Run } from '../run/run.ts';
import type { ResolvedOptions } from '../run/runOptions.ts';
import { explainMissingReads } from './explainMissingReads.ts';
import { explainMistakenHandler } from './explainMistakenHandler.ts';
import { correctRow, explainReads, makeReadViolation, summarizeReads } from './explainReads.ts';
import { explainUnparsed } from './explainUnparsed.ts';
import { explainUnseen, type Unseen } from './explainUnseen.ts';
import { findExpectedInvocation } from './findExpectedInvocation.ts';
import { findReadFaults, type ReadFaults, type ReadPlan } from './findReadFaults.ts';
import { type Look, look } from './touchedReads.ts';

/** What a handler reads of its row, as far as it was recorded. */
export interface KnownReads {
  /** Whether it certainly reads no declared path. */
  readonly isSilent: boolean;
  /** The declared paths that it reads by name; absent if nobody asked. */
  readonly read?: readonly Read[];
}

/** The result of a check of the row. */
export interface CheckedReads extends KnownReads {
  /** The failure of the contract, if the option `reads` asks for one. */
  readonly violation?: ContractViolation;
}

/**
 * Compares what the handler reads with its row, at the end of a run. It also warns if the handler reads less of the last
 * samples than at `first`: then it takes other events for duplicates, and has skipped them.
 * @throws InvalidArgumentError for a handler written for another invocation
 */
export async function checkReads(
  contract: Contract,
  run: Run,
  plan: ReadPlan,
  first: Look | undefined,
  { reads: effect }: Pick<ResolvedOptions, 'reads'>,
): Promise<CheckedReads> {
  const { title, reads } = contract;
  const [sample] = plan.samples;
  if (sample === undefined) return { isSilent: false };
  if (reads.length === 0) return checkIgnored(contract, run, plan, effect);
  const last = await look(contract, plan.samples, run, { identity: () => run.identities.next() });
  const isFailing = last.failure !== undefined;
  // Reads after the answer may still be missing here. The reads of the first events are complete.
  const mayBeSilent = !isFailing && last.isSilent && (first?.isUnread ?? true);
  const mistake = mayBeSilent ? await findExpectedInvocation(contract, run, plan.samples, last) : undefined;
  if (mistake !== undefined) throw explainMistakenHandler(title, mistake, run.transport);
  const hasDropped = !isFailing && warnOfDuplicates(contract, last, first);
  if (effect === 'off' || (mayBeSilent && hasDropped)) return { isSilent: mayBeSilent };
  const unparsed = isFailing ? undefined : await explainUnparsed(contract, run, plan.samples, last);
  // Under a recording that clones cannot tell from the event, the handler fails: it compares prototypes.
  const recorded = isFailing ? [] : [...(first?.recorded ?? []), ...last.recorded];
  const faults = await findReadFaults(contract, run, recorded, { ...plan, form: isFailing ? 'view' : 'copy' });
  const unread = unparsed === undefined ? (hasDropped ? [] : faults.unread) : reads;
  const isSilent = unread.length === reads.length;
  const why = unparsed ?? (isSilent ? explainMissingReads(reads, last, run.transport) : undefined);
  const unseen = explainUnseen(contract, { ...faults, unread }, last, run.transport, sample.event());
  return report(contract, { ...faults, unread }, effect, sample, why, unseen);
}

/** On an ignored row only those reads count that something depends on. */
async function checkIgnored(
  contract: Contract,
  run: Run,
  plan: ReadPlan,
  effect: ResolvedOptions['reads'],
): Promise<CheckedReads> {
  const [sample] = plan.samples;
  if (effect === 'off' || sample === undefined || !run.outcomes.differ) return { isSilent: false };
  const faults = await findReadFaults(contract, run, [], { ...plan, form: 'copy' });
  return report(contract, faults, effect, sample, undefined);
}

function report(
  contract: Contract,
  faults: ReadFaults,
  effect: ResolvedOptions['reads'],
  sample: PlannedEvent,
  why: string | undefined,
  unseen?: Unseen,
): CheckedReads {
  const { unread, undeclared, misread } = faults;
  const isSilent = unread.length > 0 && unread.length === contract.reads.length;
  const known = { isSilent, read: faults.summary.listDeclared('read') };
  if (unread.length + undeclared.length + misread.length === 0) return known;
  if (effect === 'fail') {
    const message = explainReads(contract, faults, why, unseen);
    return { ...known, violation: makeReadViolation(contract, message, sample) };
  }
  const { title, lines } = correctRow(contract, faults);
  const row = `${title}: ${lines.map((line) => line.trim()).join(' ')}`;
  const advice = unseen?.keepsRow ? [...unseen.lines, unseen.todo].join('. ') : row;
  warn(`${summarizeReads(contract, faults)} ${isSilent && why !== undefined ? why : advice}`);
  return known;
}

/** Warns of a handler that reads less of the last samples than of the first ones. */
function warnOfDuplicates({ title }: Contract, last: Look, first: Look | undefined): boolean {
  const unread = last.read('not');
  const dropped = first?.atOnce.filter((read) => unread.includes(read)) ?? [];
  if (dropped.length === 0) return false;
  warn(
    `${title}: the handler skips events as duplicates: give \`reset\`. It read ${formatPaths(dropped)} of the first event, but not of the last one, though only ids and times differ. Skipped events are not tested.`,
  );
  return true;
}

function formatPaths(reads: readonly Read[]): string {
  return reads.map(({ path }) => path).join(', ');
}
