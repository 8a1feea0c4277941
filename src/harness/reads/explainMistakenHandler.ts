import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import type { Mistake, Unopened } from '../recording/mistake.ts';
import { type Opening, type Transport, viaName } from '../transports/transport.ts';
import { adviseVia, findByCarrier } from '../transports/transports.ts';

/**
 * The error for a handler written for another invocation: it does nothing, and would pass.
 * @param title the contract that it ignores
 */
export function explainMistakenHandler(
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
  if (transport === undefined || opens === undefined) return error(explainBatchForEvent(mistake));
  const via = viaName(transport);
  const { records, holds, code } = opens;
  if (typeof mistake === 'object' && 'takes' in mistake) {
    const { takes, isElsewhere = false } = mistake;
    return error({
      shown: isElsewhere
        ? `a function that opens ${takes} of a record`
        : `a function that treats ${takes} as the event`,
      allowed: `with ${via}, one that opens each record: ${code}`,
      because: holds,
      todo: readOrWrite(mistake, opens),
    });
  }
  if (mistake === 'expects an event') {
    return error({
      shown: `a function that reads \`detail\`, \`detail-type\` or \`source\`, and never \`${records}\``,
      allowed: `with ${via}, the function that unpacks the ${records} of a batch`,
      because: `Behind ${via} the function gets a batch, which has no detail: each record holds an event as text`,
      todo: `Leave ${via} out if a rule invokes this function, else give ${via} the one that Lambda calls`,
    });
  }
  const others = mistake.records;
  return error({
    shown: `a function that reads \`${others}\`, and never \`${records}\``,
    allowed: `with ${via}, the function that unpacks the ${records} of a batch`,
    because: `An invocation through ${transport.name} has no ${others}`,
    todo: adviseVia(others),
  });
}

function readOrWrite({ takes, isElsewhere }: Unopened, { code, records, outer }: Opening): string {
  const other = isElsewhere ? findByCarrier(takes.replaceAll('`', '')) : undefined;
  if (other?.opens?.records === records)
    return `Write ${viaName(other)}(handler), if ${other.opens.invoker} invokes it; else let it read the event of ${code}`;
  const read = `Let it read the event of ${code}`;
  return outer?.takes === takes ? `${read}, or ${outer.advice}` : read;
}

interface Words {
  readonly shown: string;
  readonly allowed: string;
  readonly because: string;
  readonly todo: string;
}

function explainBatchForEvent(mistake: Mistake): Words {
  const records = typeof mistake === 'object' && 'records' in mistake ? mistake.records : 'Records';
  return {
    shown: `a function that reads \`${records}\`, and nothing of the event`,
    allowed: 'a function of one event, or what a via… function returns',
    because: `An event from a rule has no ${records}`,
    todo: adviseVia(records),
  };
}
