import type { Contract } from '../../contracts/contract.ts';
import { contractSpace } from '../../contracts/contractSpace.ts';
import { buildInteractions } from '../../contracts/interaction.ts';
import { path } from '../../model/platform/nodeModules.ts';
import { warn } from '../../model/platform/realProcess.ts';
import { hashText } from '../../model/values/seededRandom.ts';
import { Attempt } from '../pact/attempt.ts';
import { requirePact } from '../pact/loadPactLibrary.ts';
import { deletePart, writePart } from '../pact/part.ts';
import { claimTable } from '../pact/tableClaim.ts';
import type { Handler } from './lambda/runHandler.ts';
import { makePartRemoval, warnOfOthers } from './makePartRemoval.ts';
import { checkReads } from './reads/checkReads.ts';
import type { ReadPlan } from './reads/findReadFaults.ts';
import { recordFirstReads } from './reads/recordFirstReads.ts';
import { requireKind } from './reads/requireKind.ts';
import type { Look } from './reads/touchedReads.ts';
import { warnOfNoOutcome } from './reads/warnOfNoOutcome.ts';
import { replay } from './replay.ts';
import { runChosen } from './replayRequest/runChosen.ts';
import { replayWitness } from './replayWitness.ts';
import { areReadsFixed } from './rule/areReadsFixed.ts';
import { checkRoute } from './rule/checkRoute.ts';
import { warnOfMissingRule } from './rule/warnOfMissingRule.ts';
import { withFilters } from './rule/withFilters.ts';
import { findPackageDirectory } from './run/findPackageDirectory.ts';
import { parseReplayPath } from './run/replayPath.ts';
import { Run } from './run/run.ts';
import type { ResolvedOptions } from './run/runOptions.ts';
import { findConnection, formatCode } from './transports/connection.ts';
import { lambda } from './transports/lambda.ts';
import type { Transport } from './transports/transport.ts';
import { tryOtherReadings } from './tryOtherReadings.ts';
import { type PlayedOptions, toViolation } from './verdict/toViolation.ts';

/**
 * The work of `verify`, after its arguments are checked.
 * @throws ContractViolation for the first failing event, shrunk
 * @throws Error if the handler fails once but not again on the same event, if Pact is missing, or if the part cannot be
 * written
 */
export function playContract(given: Contract, handler: Handler, options: ResolvedOptions): Promise<void> {
  // By default EventBridge invokes the function itself.
  const connection = findConnection(handler);
  const { transport } = connection ?? { transport: lambda };
  warnOfMissingRule(given, connection);
  const contract = withFilters(given, transport);
  const foreign = options.foreign ?? given.rule !== undefined;
  const played = {
    ...options,
    foreign,
    code: formatCode(handler),
    onFailure: transport.facts.failure,
    input: (transport as Transport).input,
  };
  const isPath = (text: string): boolean => parseReplayPath(text) !== undefined;
  return runChosen({ ...contract, isPath }, handler, (name, choice) =>
    playNamed(contract, handler, { ...played, ...choice, handler: name }),
  );
}

async function playNamed(contract: Contract, handler: Handler, resolved: PlayedOptions): Promise<void> {
  // Each contract has its own seed, the same in every run.
  const seed = resolved.seed ?? hashText(contract.title);
  if (process.env.CASES_SEED === 'random') warn(`${contract.title}: CASES_SEED=${seed}`);
  const dir = resolved.dir ?? path.join(path.relative(process.cwd(), findPackageDirectory(contract.table)), 'pacts');
  const run = new Run(contract, handler, resolved);
  run.errorTracker.showsOutput = resolved.path !== undefined;
  run.errorTracker.start();
  try {
    await run.prepare();
    if (resolved.path !== undefined) {
      const again = await replay(contract, run, resolved.path, seed);
      // Checked afterwards, so that a breakpoint stops at the replayed event first.
      await requireKind(contract, run);
      if (again !== undefined) throw toViolation(contract, again, seed, resolved);
      warn(`${contract.title}: replayed ${resolved.path} of seed ${seed}: the handler passes.`);
      return;
    }
    deletePart(dir, contract);
    checkRoute(contract, run.transport, resolved, run.budget);
    if (buildInteractions(contract).length > 0) requirePact();
    const attempt = new Attempt(dir, contract, claimTable(dir, contract), resolved.handler);
    attempt.begin();
    // Another handler of this contract may have written the part meanwhile.
    deletePart(dir, contract);
    const played = contract.undelivered ? nothingPlayed : await playAll(contract, run, seed, resolved);
    const reads = played.plan && (await checkReads(contract, run, played.plan, played.first, resolved));
    const isTold = reads?.isSilent || reads?.violation !== undefined || resolved.reads === 'off';
    const isFixed = areReadsFixed(contract, played.plan?.plannedEvents ?? []);
    if (!isTold && !isFixed) warnOfNoOutcome(contract, run, resolved, played.plan?.samples[0]);
    if (!contract.undelivered) await tryOtherReadings(contract, run, seed, resolved, reads);
    const rest = run.budget.describeRest();
    if (rest !== undefined) warn(`${contract.title}: ${rest}`);
    const overdue = await run.findOverdue();
    if (overdue !== undefined) throw toViolation(contract, overdue, seed, resolved);
    await run.requireExplained();
    if (reads?.violation !== undefined) throw reads.violation;
    // An error that comes after the run removes the part.
    const removePart = makePartRemoval(contract, path.resolve(dir), attempt);
    run.errorTracker.onLateFailure = removePart;
    run.errorTracker.onOtherFailures = (calls) => warnOfOthers(contract, calls);
    run.errorTracker.stop();
    if (attempt.notePassed()) await writePart(dir, contract, played.notApplicable);
    // Another handler of this contract may have begun meanwhile.
    if (attempt.isDisputed()) deletePart(dir, contract);
    // A late error may have come before the part was written.
    if (run.errorTracker.overdue !== undefined) removePart(run.errorTracker.overdue);
  } catch (error) {
    run.errorTracker.hasReported = true;
    throw error;
  } finally {
    run.end();
    run.errorTracker.stop();
  }
}

interface Played {
  /** The coverage items that the contract's events cannot have. */
  readonly notApplicable: readonly string[];
  /** The events for recordings; absent if none reach the handler. */
  readonly plan?: ReadPlan;
  /** What the handler read of its first events. */
  readonly first: Look | undefined;
}

/** Of events that the rule does not deliver. */
const nothingPlayed: Played = { notApplicable: [], first: undefined };

/** Plays the witness, the fixed cases and the random events. */
async function playAll(contract: Contract, run: Run, seed: number, options: PlayedOptions): Promise<Played> {
  const kept = await replayWitness(contract, options.handler, run);
  if (kept !== undefined) throw toViolation(contract, kept, seed, options);
  const space = contractSpace(contract);
  const largest = run.transport?.largest;
  const { plannedEvents, notApplicable } = space.schedule(contract.reads, largest);
  const samples = space.samples();
  const { first, found: failing } = await recordFirstReads(contract, samples, run, options.timeout);
  if (failing !== undefined) throw toViolation(contract, failing, seed, options);
  let isSlow = false;
  for (const [number, planned] of plannedEvents.entries()) {
    if (!isSlow && !run.budget.hasTime) {
      isSlow = true;
      warn(`${contract.title}: ${run.budget.describeSlowFixed(number, plannedEvents.length)}`);
    }
    const counterexample = await run.playFixed(planned, number);
    if (counterexample !== undefined) throw toViolation(contract, counterexample, seed, options);
  }
  for (const [number, sample] of samples.entries()) {
    const counterexample = await run.playRepeated(sample, number);
    if (counterexample !== undefined) throw toViolation(contract, counterexample, seed, options);
  }
  const { runs, foreign } = options;
  const random =
    runs === 0 || space.isEmpty ? undefined : await run.searchRandom(space.arbitrary(largest), { seed, runs });
  if (random !== undefined) throw toViolation(contract, random, seed, options);
  const other = foreign ? await run.searchForeign({ seed, runs: FOREIGN_RUNS + Math.ceil(runs / 10) }) : undefined;
  if (other !== undefined) throw toViolation(contract, other, seed, options);
  return { notApplicable, plan: { samples, plannedEvents, space, seed, largest }, first };
}

/** Enough for every kind of foreign event. */
const FOREIGN_RUNS = 30;
