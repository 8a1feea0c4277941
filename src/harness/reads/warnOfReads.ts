import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Read } from '../../../model/event/paths.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import type { Run } from '../run/run.ts';
import { type Connected, findConnection } from '../transports/connection.ts';
import { deliverAnyText } from '../transports/deliverAnyText.ts';
import type { Transport } from '../transports/transport.ts';
import { explainMistakenHandler } from './explainMistakenHandler.ts';
import { findExpectedInvocation } from './findExpectedInvocation.ts';
import { type Look, look } from './touchedReads.ts';

/**
 * Plays the samples again at the end, and warns if the handler reads no declared path. It also warns if the handler
 * reads less than at `first`: then it takes other events for duplicates, and has skipped them.
 * @returns whether nothing is read
 * @throws InvalidArgumentError for a handler written for another invocation
 */
export async function warnOfReads(
  contract: Contract,
  run: Run,
  samples: readonly PlannedEvent[],
  first: Look | undefined,
): Promise<boolean> {
  if (contract.reads.length === 0 || samples.length === 0) return false;
  const { title, reads } = contract;
  const last = await look(contract, samples, run, { identity: () => run.identities.next() });
  if (last.failure !== undefined) return false;
  const unread = last.read('not');
  const dropped = first?.atOnce.filter((read) => unread.includes(read)) ?? [];
  // Reads after the answer may still be missing here. The reads of the first events are complete.
  const silent = last.isSilent && (first?.isUnread ?? true);
  const mistake = silent ? await findExpectedInvocation(contract, run, samples, last) : undefined;
  if (mistake !== undefined) throw explainMistakenHandler(title, mistake, run.transport);
  if (dropped.length > 0) {
    warn(
      `${title}: the handler skips events as duplicates: give \`reset\`. It read ${formatPaths(dropped)} of the first event, but not of the last one, though only ids and times differ. Skipped events are not tested.`,
    );
  } else if (silent)
    warn(`${title}: declared, never read: ${formatPaths(reads)}. ${explainMissingReads(reads, last, run.transport)}`);
  return silent || warnOfUnparsed(contract, run, samples, last);
}

/**
 * Warns of a function that never parses the event: no parse was observed, and it passes with a text that is not JSON.
 */
async function warnOfUnparsed(
  { title, reads }: Contract,
  run: Run,
  [sample]: readonly PlannedEvent[],
  { seen }: Look,
): Promise<boolean> {
  const connection = findConnection(run.handler);
  const opens = connection?.transport.opens;
  if (opens === undefined || sample === undefined || seen.some(({ isParsed }) => isParsed)) return false;
  const planned = sample.withIdentity(run.identities.next());
  const make = (): object => planned.event();
  if ((await run.playThrough(deliverAnyText(connection as Connected), make(), make)) !== undefined) return false;
  warn(
    `${title}: declared, never read: ${formatPaths(reads)}. Behind ${connection?.transport.name} the function also accepts a text that is not JSON: it never parses \`${opens.carrier.join('.')}\`. ${opens.holds}: ${opens.code}.`,
  );
  return true;
}

/** The explanation for a handler that reads nothing. */
function explainMissingReads(reads: readonly Read[], { seen }: Look, transport: Transport | undefined): string {
  if (!seen.some(({ isInvoked }) => isInvoked))
    return 'A filter before the function (FilterCriteria of the mapping, FilterPolicy of the subscription) drops every sample, so the function is not called.';
  const written = seen.some(({ isWritten }) => isWritten)
    ? ' Writing the event to a log or a copy does not count as a read.'
    : '';
  if (seen.some(({ isParsed }) => isParsed)) {
    const hasField = reads.some(({ field }) => field !== undefined);
    return `Does the handler know this event type${hasField ? ', return early, or read a field under another id' : ', or return early'}?${written}`;
  }
  const unopened = seen.map(({ unopened }) => unopened).find((unopened) => unopened !== undefined);
  const { name, opens } = transport as Transport;
  if (unopened === undefined || opens === undefined)
    return `Behind ${name} the function never looks into a record: does it return early?${written}`;
  return `Behind ${name} the function reads ${unopened.takes}, but not the event in it. ${opens.holds}: ${opens.code}.`;
}

function formatPaths(reads: readonly Read[]): string {
  return reads.map(({ path }) => path).join(', ');
}
