import type { Contract } from '../../contracts/contract.ts';
import { interactionsOf } from '../../contracts/interaction.ts';
import { warn } from '../platform/realProcess.ts';
import { requirePact } from './pact/pactLibrary.ts';
import { deletePart, writePart } from './pact/part.ts';
import { playWitness } from './playWitness.ts';
import { replay } from './replay.ts';
import { Run } from './run.ts';
import type { Handler } from './runHandler.ts';
import type { ResolvedOptions } from './runOptions.ts';
import { randomPlans, scheduleOf, shapesOf } from './schedule.ts';
import { tryOtherReadings } from './tryOtherReadings.ts';
import { violationOf } from './violationOf.ts';
import { warnOfSilence } from './warnOfSilence.ts';

/**
 * What `verify` does, once its arguments are known to be right.
 * @throws ContractViolation for the first event that the handler fails on, shrunk; Error when Pact is missing or of
 * another version, and when the part cannot be written
 */
export async function playContract(contract: Contract, handler: Handler, resolved: ResolvedOptions): Promise<void> {
  const seed = resolved.seed ?? fixedSeed(contract.title);
  if (process.env.CASES_SEED === 'random') warn(`${contract.title}: CASES_SEED=${seed}`);
  const run = new Run(contract, handler, resolved);
  let notApplicable: readonly string[] = [];
  run.late.start();
  try {
    if (resolved.path !== undefined) {
      const again = await replay(contract, run, resolved.path, seed);
      if (again !== undefined) throw violationOf(contract, again, seed, resolved);
      return;
    }
    deletePart(resolved.dir, contract);
    if (interactionsOf(contract).length > 0) requirePact();
    notApplicable = await playAll(contract, run, seed, resolved);
    // Behind a transport the function reads a text, of which nobody can note what is read.
    const silent = run.transport !== undefined || (await warnOfSilence(contract, run));
    await tryOtherReadings(contract, run, resolved, silent);
    const overdue = await run.overdue();
    if (overdue !== undefined) throw violationOf(contract, overdue, seed, resolved);
  } catch (error) {
    run.late.told = true;
    throw error;
  } finally {
    run.late.stop();
  }
  await writePart(resolved.dir, contract, notApplicable);
}

/** A seed of its own for each contract, the same in every run: the 32-bit FNV-1a hash of its title. */
function fixedSeed(title: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < title.length; index++) hash = Math.imul(hash ^ title.charCodeAt(index), 0x01000193);
  return hash;
}

/** Plays the witness, the fixed cases and the random events. Says which bullets the contract's events cannot have. */
async function playAll(
  contract: Contract,
  run: Run,
  seed: number,
  options: ResolvedOptions,
): Promise<readonly string[]> {
  const kept = await playWitness(contract, run);
  if (kept !== undefined) throw violationOf(contract, kept, seed, options);
  const shapes = shapesOf(contract);
  const largest = run.transport?.largest;
  const { steps, notApplicable } = scheduleOf(contract, shapes, largest);
  for (const [number, step] of steps.entries()) {
    const found = await run.fixed(step, number);
    if (found !== undefined) throw violationOf(contract, found, seed, options);
  }
  const { runs, foreign } = options;
  const random = runs === 0 ? undefined : await run.search(randomPlans(shapes, largest), { seed, runs }, '');
  if (random !== undefined) throw violationOf(contract, random, seed, options);
  const other = foreign ? await run.foreign({ seed, runs: FOREIGN_RUNS + Math.ceil(runs / 10) }) : undefined;
  if (other !== undefined) throw violationOf(contract, other, seed, options);
  return notApplicable;
}

/** Enough for every kind of foreign event. */
const FOREIGN_RUNS = 30;
