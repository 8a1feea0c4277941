import type { Contract } from '../../../contracts/contract.ts';
import type { HandlerFailure } from '../checks/checks.ts';
import { findConsumerFrame } from '../failure/findConsumerFrame.ts';
import { listErrorChain } from '../failure/listErrorChain.ts';

/** The title under which each fault was first reported. A test file loads its own copy of this module. */
const reported = new Map<string, string>();

/** The contracts and handlers with a report. A second one comes from a retry, or a watching runner. */
const known = new Set<string>();

/**
 * The title of the contract of the same table whose report shows the same fault: the same error at the same line of the
 * consumer. Undefined for a fault without a line, for the first report, and for another attempt: the runner may not show
 * the first report of a contract then.
 * @param handler the handler, as `describeHandler` writes it
 */
export function findFirstReport(
  { title, table }: Contract,
  handler: string,
  failure: HandlerFailure,
): string | undefined {
  const fault = identifyFault(failure);
  const report = JSON.stringify([table.digest, title, handler]);
  const isRepeated = known.has(report);
  known.add(report);
  if (fault === undefined) return undefined;
  const key = JSON.stringify([table.digest, ...fault]);
  const first = reported.get(key);
  if (first === undefined) reported.set(key, title);
  return first === title || isRepeated ? undefined : first;
}

function identifyFault({ kind, error }: HandlerFailure): readonly string[] | undefined {
  const chain = listErrorChain(error);
  const [frame] = chain.toReversed().flatMap((one) => findConsumerFrame(one) ?? []);
  const innermost = chain.at(-1);
  if (frame === undefined || innermost === undefined) return undefined;
  return [kind, innermost.name, innermost.message.replaceAll(VARYING, ''), frame.trim()];
}

/** Ids and numbers, which differ from event to event. */
const VARYING = /[\da-f]{8}-[\da-f-]{27}|\d+/gi;
