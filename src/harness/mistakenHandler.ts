import { InvalidArgumentError } from '../event/invalidArgument.ts';
import type { Mistake } from './seeing.ts';
import type { Transport } from './transports/transport.ts';

/**
 * The error for a handler that is written for other invocations than it gets: it does nothing, and would pass.
 * @param title what it did nothing for
 */
export function mistakenHandler(
  title: string,
  mistake: Mistake,
  transport: Transport | undefined,
): InvalidArgumentError {
  const argument = 'handler';
  if (mistake === 'expects an event') {
    const { name } = transport as NonNullable<typeof transport>;
    const via = `via${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const records = name === 'firehose' ? 'records' : 'Records';
    return new InvalidArgumentError({
      argument,
      received: undefined,
      shown: `a function that reads \`detail\`, \`detail-type\` or \`source\`, and never \`${records}\``,
      allowed: `inside of ${via}, the function that unpacks the ${records} of a batch`,
      because: `Behind ${via} the function gets a batch, which has no detail: each record holds an event as text. So the function did nothing for "${title}"`,
      todo: `Leave ${via} out if a rule invokes this function, else give ${via} the one that Lambda calls`,
    });
  }
  const isFirehose = mistake === 'expects a batch of Firehose';
  const records = isFirehose ? 'records' : 'Records';
  return new InvalidArgumentError({
    argument,
    received: undefined,
    shown: `a function that reads \`${records}\`, and nothing of the event`,
    allowed: 'a function of one event, or one that a via… function brings its events to',
    because: `An event that a rule hands over has no ${records}. So the function did nothing for "${title}"`,
    todo: isFirehose
      ? 'Write viaFirehose(handler)'
      : 'Write viaSqs(handler), or viaSns, viaSnsToSqs or viaKinesis, as it is invoked',
  });
}
