import type { Contract } from '../../contracts/contract.ts';
import { contractSpace } from '../../contracts/contractSpace.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import type { Counterexample } from './run/counterexample.ts';
import { formatReplayPath, parseReplayPath, type ReplayPath } from './run/replayPath.ts';
import type { Run } from './run/run.ts';

/** Plays the event of a replay path again. */
export async function replay(
  contract: Contract,
  run: Run,
  path: string,
  seed: number,
): Promise<Counterexample | undefined> {
  run.waitForLateErrors();
  const space = contractSpace(contract);
  const place = parseReplayPath(path) as ReplayPath;
  if (place.kind === 'foreign') return run.searchForeign({ seed, path: place.search, runs: 1 });
  if (space.isEmpty) {
    throw new InvalidArgumentError({
      argument: 'options.path',
      received: path,
      allowed: 'no path of this contract',
      because: 'Its rule delivers none of its events',
    });
  }
  if (place.kind === 'random')
    return run.searchRandom(space.arbitrary(run.transport?.largest), { seed, path: place.search, runs: 1 });
  const { plannedEvents } = space.schedule(contract.reads, run.transport?.largest);
  const { number } = place;
  const planned = plannedEvents[number];
  if (planned !== undefined && place.kind === 'again') {
    return (await run.playFixed(planned, number)) ?? run.playRepeated(planned, number);
  }
  if (planned !== undefined && place.kind === 'fixed') return run.replayShrunk(planned, number, place.search ?? '0');
  throw new InvalidArgumentError({
    argument: 'options.path',
    received: path,
    allowed: `${formatReplayPath({ kind: 'fixed', number: 0 })} to ${formatReplayPath({ kind: 'fixed', number: plannedEvents.length - 1 })} for this contract`,
    because: 'The path belongs to another contract, domain or version',
  });
}
