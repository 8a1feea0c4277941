import { admitsEvent, type Transport } from '../transports/transport.ts';
import { listInputLines } from './describeInput.ts';

/** What stands between a rule and a function that shows nothing: filters that drop all given events, and the input. */
export function describeBetween(transport: Transport, events: readonly object[]): string[] {
  const [first] = events;
  const { filterNames = [] } = transport;
  const drops = filterNames.length > 0 && !events.some((event) => admitsEvent(transport, event));
  return [
    ...(drops
      ? [`A filter before the function (${filterNames.join(', ')}) drops the events, so it is not called.`]
      : []),
    ...(first === undefined ? [] : listInputLines(transport, first)),
  ];
}
