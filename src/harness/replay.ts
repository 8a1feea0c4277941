import type { Contract } from '../../contracts/contract.ts';
import { contractSpace } from '../../contracts/contractSpace.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import type { Counterexample } from './run/counterexample.ts';
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
  const [kind, rest] =
    path.includes(':') && !/^\d/.test(path) ? (path.split(/:(.*)/s) as [string, string]) : ['random', path];
  const only = { seed, path: rest, runs: 1 };
  if (kind === 'foreign') return run.searchForeign(only);
  if (space.isEmpty) {
    throw new InvalidArgumentError({
      argument: 'options.path',
      received: path,
      allowed: 'no path of this contract',
      because: 'Its rule delivers none of its events',
    });
  }
  if (kind === 'random') return run.search(space.arbitrary(run.transport?.largest), only, '');
  const { plannedEvents } = space.schedule(contract.reads, run.transport?.largest);
  const [number = '0', ...shrinks] = rest.split(':');
  const planned = plannedEvents[Number(number)];
  if (planned !== undefined && kind === 'again') {
    return (await run.playFixed(planned, Number(number))) ?? run.playRepeated(planned, Number(number));
  }
  if (planned !== undefined)
    return run.replayShrunk(planned, Number(number), shrinks.length === 0 ? '0' : shrinks.join(':'));
  throw new InvalidArgumentError({
    argument: 'options.path',
    received: path,
    allowed: `fixed:0 to fixed:${plannedEvents.length - 1} for this contract`,
    because: 'The path belongs to another contract, domain or version',
  });
}
