import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Mistake, Unopened } from '../recording/mistake.ts';
import { type Opening, type Transport, type TransportName, viaName } from '../transports/transport.ts';

/**
 * The error for a handler written for another invocation: it does nothing, and would pass.
 * @param title the contract that it ignores
 */
export function mistakenHandler(
  title: string,
  mistake: Mistake,
  transport: Transport | undefined,
): InvalidArgumentError {
  const nothing = `So the function did nothing for "${title}"`;
  const error = (parts: Words): InvalidArgumentError =>
    new InvalidArgumentError({
      argument: 'handler',
      received: undefined,
      ...parts,
      because: `${parts.because}. ${nothing}`,
    });
  const opens = transport?.opens;
  if (transport === undefined || opens === undefined) return error(batchForEvent(mistake));
  const via = viaName(transport);
  const { records, holds, code } = opens;
  if (typeof mistake === 'object') {
    const { takes, isElsewhere = false } = mistake;
    return error({
      shown: isElsewhere
        ? `a function that opens ${takes} of a record`
        : `a function that takes ${takes} for the event`,
      allowed: `inside of ${via}, one that opens each record: ${code}`,
      because: holds,
      todo: readOrWrite(mistake, transport.name, opens),
    });
  }
  if (mistake === 'expects an event') {
    return error({
      shown: `a function that reads \`detail\`, \`detail-type\` or \`source\`, and never \`${records}\``,
      allowed: `inside of ${via}, the function that unpacks the ${records} of a batch`,
      because: `Behind ${via} the function gets a batch, which has no detail: each record holds an event as text`,
      todo: `Leave ${via} out if a rule invokes this function, else give ${via} the one that Lambda calls`,
    });
  }
  const others = readRecords(mistake);
  return error({
    shown: `a function that reads \`${others}\`, and never \`${records}\``,
    allowed: `inside of ${via}, the function that unpacks the ${records} of a batch`,
    because: `What ${transport.name} invokes a function with has no ${others}`,
    todo: writeOther(mistake),
  });
}

/** Invokers whose records carry the event under a known member. */
const invokers: Readonly<Record<string, readonly [via: string, invoker: string]>> = {
  '`body`': ['viaSqs', 'a queue'],
  '`Sns`': ['viaSns', 'a topic'],
  '`kinesis`': ['viaKinesis', 'a data stream'],
};

function readOrWrite({ takes, isElsewhere }: Unopened, name: TransportName, { code, records }: Opening): string {
  const [via, invoker] = invokers[takes] ?? [];
  if (isElsewhere && via !== undefined && records === 'Records')
    return `Write ${via}(handler), if ${invoker} invokes it; else let it read the event of ${code}`;
  const read = `Let it read the event of ${code}`;
  if (name !== 'snsToSqs' || takes !== '`body`') return read;
  return `${read}, or write viaSnsToSqs(handler, { raw: true }), if the topic delivers raw messages, or viaSqs(handler), if a rule sends to the queue itself`;
}

interface Words {
  readonly shown: string;
  readonly allowed: string;
  readonly because: string;
  readonly todo: string;
}

function batchForEvent(mistake: Mistake): Words {
  const records = readRecords(mistake);
  return {
    shown: `a function that reads \`${records}\`, and nothing of the event`,
    allowed: 'a function of one event, or one that a via… function brings its events to',
    because: `An event that a rule hands over has no ${records}`,
    todo: writeOther(mistake),
  };
}

function readRecords(mistake: Mistake): string {
  return mistake === 'expects a batch of Firehose' ? 'records' : 'Records';
}

function writeOther(mistake: Mistake): string {
  return mistake === 'expects a batch of Firehose'
    ? 'Write viaFirehose(handler)'
    : 'Write viaSqs(handler), or viaSns, viaSnsToSqs or viaKinesis, as it is invoked';
}
