import type { Read } from '../../../model/event/paths.ts';
import type { Transport } from '../transports/transport.ts';
import type { Look } from './touchedReads.ts';

/** The filters before a function, with their places in the template. */
function nameFilters(transport: Transport | undefined): string {
  const { filterNames = [] } = transport ?? {};
  const names =
    filterNames.length === 0
      ? 'FilterCriteria of the mapping, FilterPolicy of the subscription'
      : filterNames.join(', ');
  return `A filter before the function (${names})`;
}

/** The explanation for a handler that reads nothing. */
export function explainMissingReads(reads: readonly Read[], { seen }: Look, transport: Transport | undefined): string {
  if (!seen.some(({ isInvoked }) => isInvoked))
    return `${nameFilters(transport)} drops every sample, so the function is not called.`;
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
