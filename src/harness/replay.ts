import type { Contract } from '../../contracts/contract.ts';
import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';
import type { Found, Run } from './run/run.ts';
import { randomPlans, scheduleOf, shapesOf } from './run/schedule.ts';

/** Plays the one event of a path again. */
export async function replay(contract: Contract, run: Run, path: string, seed: number): Promise<Found | undefined> {
  run.patient();
  const shapes = shapesOf(contract);
  const [kind, rest] =
    path.includes(':') && !/^\d/.test(path) ? (path.split(/:(.*)/s) as [string, string]) : ['random', path];
  const only = { seed, path: rest, runs: 1 };
  if (kind === 'foreign') return run.foreign(only);
  if (kind === 'random') return run.search(randomPlans(shapes, run.transport?.largest), only, '');
  const { steps } = scheduleOf(contract, shapes, run.transport?.largest);
  const [number = '0', ...shrinks] = rest.split(':');
  const step = steps[Number(number)];
  if (step !== undefined && kind === 'again') {
    return (await run.fixed(step, Number(number))) ?? run.repeated(step, Number(number));
  }
  if (step !== undefined) return run.again(step, Number(number), shrinks.length === 0 ? '0' : shrinks.join(':'));
  throw new InvalidArgumentError({
    argument: 'options.path',
    received: path,
    allowed: `fixed:0 to fixed:${steps.length - 1} for this contract`,
    because: 'The path belongs to another contract, domain or version',
  });
}
