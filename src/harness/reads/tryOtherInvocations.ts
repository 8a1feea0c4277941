import type { PlannedEvent } from '../../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../../contracts/contract.ts';
import type { Lambda } from '../lambda/invoke.ts';
import type { Handler } from '../lambda/runHandler.ts';
import type { Mistake } from '../recording/mistake.ts';
import { runWatched } from '../recording/watchedCalls.ts';
import type { Run } from '../run/run.ts';
import { connect } from '../transports/connect.ts';
import { findConnection } from '../transports/connection.ts';
import { listCarrying } from '../transports/transports.ts';
import { recordReads } from './recordReads.ts';

/**
 * Finds the invocation that a handler expects, if it copies its input, so that its reads are hidden. It invokes the
 * handler in other ways, and returns the one in which the handler reads a declared path by name.
 */
export async function tryOtherInvocations(
  contract: Contract,
  sample: PlannedEvent,
  run: Run,
): Promise<Mistake | undefined> {
  const connection = findConnection(run.handler);
  if (connection?.transport.opens !== undefined) {
    return (await reads(contract, sample, run, connection.lambdaHandler as Handler)) ? 'expects an event' : undefined;
  }
  const lambda = (connection?.lambdaHandler ?? run.handler) as Lambda;
  for (const records of ['Records', 'records'] as const) {
    for (const transport of listCarrying(records)) {
      if (await reads(contract, sample, run, connect(transport, lambda))) return { records };
    }
  }
  return undefined;
}

function reads(contract: Contract, sample: PlannedEvent, run: Run, handler: Handler): Promise<boolean> {
  return runWatched(async (calls) => {
    const planned = sample.withIdentity(run.identities.next());
    const play = (event: object, again: () => object) => run.playThrough(handler, event, again);
    const { reading } = await recordReads(() => planned.event(), findConnection(handler)?.transport, play, calls);
    return contract.reads.some((read) => reading(read) === 'by name');
  });
}
