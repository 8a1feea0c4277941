import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Run } from '../run/run.ts';
import { type Connected, findConnection } from '../transports/connection.ts';
import { deliverAnyText } from '../transports/deliverAnyText.ts';
import type { Look } from './touchedReads.ts';

/**
 * Explains that a function behind a transport never parses the event: no parse was observed, and it passes with a text
 * that is not JSON. Undefined if it may parse it.
 */
export async function explainUnparsed(
  { reads }: Pick<Contract, 'reads'>,
  run: Run,
  [sample]: readonly PlannedEvent[],
  { seen }: Look,
): Promise<string | undefined> {
  const connection = findConnection(run.handler);
  const opens = connection?.transport.opens;
  if (opens === undefined || sample === undefined || seen.some(({ isParsed }) => isParsed)) return undefined;
  // A function that never looks into a record reads nothing, whatever the text.
  if (!reads.some((read) => seen.some(({ reading }) => reading(read) !== 'not'))) return undefined;
  const planned = sample.withIdentity(run.identities.next());
  const make = (): object => planned.event();
  if ((await run.playThrough(deliverAnyText(connection as Connected), make(), make)) !== undefined) return undefined;
  return `Behind ${connection?.transport.name} the function also accepts a text that is not JSON: it never parses \`${opens.carrier.join('.')}\`. ${opens.holds}: ${opens.code}.`;
}
