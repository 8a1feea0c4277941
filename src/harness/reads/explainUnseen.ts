import type { Contract } from '../../../contracts/contract.ts';
import { type EventPath, isAtOrBelow } from '../../../model/values/eventPath.ts';
import { adviseOnInput, INPUT_TITLE, listInputLines } from '../targetInput/describeInput.ts';
import { isMemberOfEvent } from '../transports/message.ts';
import type { TargetInput, Transport } from '../transports/transport.ts';
import type { ReadFaults } from './findReadFaults.ts';
import type { Look } from './touchedReads.ts';

/** Why a handler does not see what its row names: the template stands between, and the row may be right. */
export interface Unseen {
  readonly title: string;
  readonly lines: readonly string[];
  readonly todo: string;
  /** Whether the row is no mistake, so that another one must not be copied. */
  readonly keepsRow: boolean;
}

/** What the template does to the events of a row that a handler never reads; undefined if it does nothing to them. */
export function explainUnseen(
  { reads }: Pick<Contract, 'reads'>,
  { unread, summary }: ReadFaults,
  { seen }: Look,
  transport: Transport | undefined,
  event: object,
): Unseen | undefined {
  if (transport === undefined || unread.length === 0) return undefined;
  const lines = listInputLines(transport, event);
  const { input, filterNames = [] } = transport;
  if (unread.length === reads.length && !seen.some(({ isInvoked }) => isInvoked)) {
    return {
      title: 'What the filter sees',
      lines: lines.length > 0 ? lines : ['the record of the event'],
      todo: `Change ${filterNames.join(' or ') || 'the filter'}: it has to fit what it sees. If no event should come, write undelivered in the row.`,
      keepsRow: true,
    };
  }
  if (input === undefined) return undefined;
  const keepsRow = summary.listUnknown().some((place) => isMisplaced(place, input));
  return { title: INPUT_TITLE, lines, todo: adviseOnInput(input), keepsRow };
}

/** Whether a read place is one of a whole event, below the part that is sent: `detail` in `$.detail`. */
function isMisplaced(place: EventPath, { part }: TargetInput): boolean {
  return part !== undefined && isAtOrBelow(place, part) && isMemberOfEvent(place[part.length]);
}
