import type { PlannedEvent } from '../../arbitraries/space/plannedEvent.ts';
import type { Contract } from '../../contracts/contract.ts';
import type { Read } from '../../model/event/paths.ts';
import { type OpenQuestion, openQuestions } from '../../model/facts/openQuestions.ts';
import { warn } from '../../model/platform/realProcess.ts';
import { listFirst } from '../../model/values/show/listFirst.ts';
import { describeFailure } from './checks/checks.ts';
import { ContractViolation, type ViolationDetails } from './failure/contractViolation.ts';
import { formatDifference } from './failure/failureLines.ts';
import { makePresentable } from './failure/makePresentable.ts';
import { withConsumerFrames } from './failure/withConsumerFrames.ts';
import type { KnownReads } from './reads/checkReads.ts';
import { findMissedReads } from './reads/findMissedReads.ts';
import { formatReplayCommand, WHOLE_RUN } from './replayRequest/replayRequest.ts';
import type { Counterexample } from './run/counterexample.ts';
import { draw } from './run/draw.ts';
import { Outcomes } from './run/outcomes.ts';
import type { Run } from './run/run.ts';
import type { ResolvedOptions } from './run/runOptions.ts';
import { type Ambiguity, describeAmbiguity, listAmbiguityPlans } from './verdict/ambiguities.ts';
import { makeRequest, type PlayedOptions } from './verdict/toViolation.ts';

/**
 * Plays the other readings of the open questions. A failure there warns, or fails if asked for; so does a handler that
 * does its work in the documented spelling, and reads less in another one.
 * @param known what it reads in the documented spelling; undefined if nothing was recorded
 */
export async function tryOtherReadings(
  contract: Contract,
  run: Run,
  seed: number,
  options: PlayedOptions,
  known: KnownReads | undefined,
): Promise<void> {
  const { ambiguities } = options;
  if (ambiguities === 'off') return;
  const plans = listAmbiguityPlans(contract);
  const isDifferent = run.outcomes.differ;
  let tried = 0;
  let all = 0;
  for (const [index, plan] of plans.entries()) {
    if (!run.budget.hasTime) {
      all += plans.length - index;
      break;
    }
    const ambiguity = plan();
    if (ambiguity === undefined) continue;
    all++;
    const plannedEvents = ambiguity.spelling
      ? listEveryClass(contract, run, ambiguity, seed, options)
      : ambiguity.plannedEvents;
    const outcome = await run.ignoreLateErrors(() =>
      playReading(contract, run, ambiguity, plannedEvents, known, isDifferent),
    );
    if (run.budget.hasTime || outcome !== undefined) tried++;
    if (outcome === undefined) continue;
    const line = `${contract.title}: ${describeAmbiguity(ambiguity, outcome.words)}`;
    if (ambiguities === 'warn') warn(line);
    else {
      const replay = formatReplayCommand(makeRequest(contract, options.handler, { seed, path: WHOLE_RUN }));
      throw makeAmbiguityViolation(line, ambiguity, outcome, replay);
    }
  }
  run.budget.count('other readings', tried, all);
}

/**
 * The most random events in another spelling. They repeat the first random events of the default spelling. 10 found as
 * many faults as 100, because a class has few combinations.
 */
const DRAWN = 20;

/**
 * All fixed cases and some random events in another spelling. Event names do not depend on the item type, so each
 * difference is tried for one item type only.
 */
function listEveryClass(
  contract: Contract,
  run: Run,
  { question, space }: Ambiguity,
  seed: number,
  { runs }: ResolvedOptions,
): readonly PlannedEvent[] {
  const largest = run.transport?.largest;
  const { plannedEvents } = space.schedule(contract.reads, largest);
  return [
    ...(question === 'relatedItemEventType' ? selectDistinct(plannedEvents) : plannedEvents),
    ...(space.isEmpty ? [] : draw(() => space.arbitrary(largest), { seed, runs: Math.min(runs, DRAWN) })),
  ];
}

/** The first event for each set of differing places, all samples, and all padded events. */
function selectDistinct(plannedEvents: readonly PlannedEvent[]): readonly PlannedEvent[] {
  const seen = new Set<string>();
  return plannedEvents.filter(({ isSample, isPadded, differingIn }) => {
    if (isSample || isPadded) return true;
    const key = differingIn.join();
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}

interface Outcome {
  readonly words: string;
  readonly violation: ViolationDetails;
  readonly error?: unknown;
}

async function playReading(
  contract: Contract,
  run: Run,
  { plannedEvents: samples, spelling }: Ambiguity,
  plannedEvents: readonly PlannedEvent[],
  known: KnownReads | undefined,
  isDifferent: boolean,
): Promise<Outcome | undefined> {
  run.outcomes = new Outcomes();
  for (const planned of plannedEvents) {
    if (!run.budget.hasTime) return undefined;
    const counterexample = await run.playPathless(planned);
    if (counterexample !== undefined) return toOutcome(contract, counterexample);
  }
  const isConstant = isDifferent && !run.outcomes.differ;
  if (!spelling || known === undefined || known.isSilent) return undefined;
  const { reads } = contract;
  const missed = await findMissedReads(contract, run, known.read, samples, plannedEvents);
  const words = describeMissed(reads, missed, known, isConstant);
  return words === undefined ? undefined : makeMissingOutcome(contract, samples as readonly [PlannedEvent], words);
}

/** What a handler leaves out in another spelling, in words. */
function describeMissed(
  reads: readonly Read[],
  missed: readonly Read[],
  { read }: KnownReads,
  isConstant: boolean,
): string | undefined {
  if (missed.length === reads.length && reads.length > 0) return 'the handler reads nothing of the event';
  // Without the check of rows, a handler may read any part of what it declares.
  if (read === undefined) return undefined;
  if (missed.length > 0) return `the handler does not read ${missed.map(({ path }) => path).join(', ')}`;
  // Where reads cannot be seen, what comes out tells.
  return isConstant ? 'nothing that comes out depends on the event' : undefined;
}

function makeMissingOutcome({ title }: Contract, [sample]: readonly [PlannedEvent], words: string): Outcome {
  const violation: ViolationDetails = {
    contract: title,
    class: sample.class,
    event: sample.event(),
    differences: [],
    replay: undefined,
  };
  return { words, violation };
}

function toOutcome(contract: Contract, { class: eventClass, event, planned, failure }: Counterexample): Outcome {
  const { itemType } = planned as PlannedEvent;
  const differences = (planned as PlannedEvent).differences();
  const violation: ViolationDetails = {
    contract: contract.title,
    class: eventClass,
    event,
    differences,
    replay: undefined,
  };
  return {
    words: `the handler fails (${describeFailure(failure)})${describeEvent(contract, itemType, violation)}`,
    violation,
    error: failure.error,
  };
}

/** The most differences in one line. */
const MOST_DIFFERENCES = 3;

/** The failing event in a few words; empty for the sample of a contract with one event kind. */
function describeEvent(
  { domain, itemTypes }: Contract,
  itemType: string | undefined,
  { class: of, differences }: ViolationDetails,
): string {
  const which = itemTypes.length > 1 ? ` (item type ${itemType})` : '';
  if (differences.length === 0) return which === '' ? '' : ` on the sample${which}`;
  const places = listFirst(differences, MOST_DIFFERENCES, (difference) => formatDifference(difference, domain));
  return ` on an event of class ${of}${which} that differs from the sample in ${places.join('; ')},`;
}

function makeAmbiguityViolation(
  line: string,
  { question }: Pick<Ambiguity, 'question'>,
  { violation, error }: Outcome,
  replay: string,
): ContractViolation {
  const { readings }: OpenQuestion = openQuestions[question];
  const count = Object.keys(readings).length;
  const message = `${line}\n\nAccept ${count === 2 ? 'both' : `all ${count}`} readings, or set ambiguities to 'warn'.\n\nReplay\n  ${replay}`;
  return withConsumerFrames(new ContractViolation(message, violation, makePresentable(error)), error);
}
