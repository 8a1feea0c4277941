import type { Contract } from '../../../contracts/contract.ts';
import type { FactName } from '../../../model/facts/facts.ts';
import { type Difference, listDifferences } from '../../../model/values/differences.ts';
import type { HandlerName } from '../../pact/attempt.ts';
import { checks } from '../checks/checks.ts';
import { ContractViolation, type Replay } from '../failure/contractViolation.ts';
import { findRowSpelledOtherwise } from '../failure/formatSampleLines.ts';
import { makePresentable } from '../failure/makePresentable.ts';
import { withConsumerFrames } from '../failure/withConsumerFrames.ts';
import { type ReplayRequest, WHOLE_RUN } from '../replayRequest/replayRequest.ts';
import type { Counterexample } from '../run/counterexample.ts';
import { describeHandler } from '../run/handlerName.ts';
import { formatReplayPath } from '../run/replayPath.ts';
import type { ResolvedOptions } from '../run/runOptions.ts';
import type { Witness } from '../run/witness.ts';
import type { TargetInput } from '../transports/transport.ts';
import { eventWitness } from '../witness/eventWitness.ts';
import { keepWitness } from '../witness/witnessFile.ts';
import { explain, explainAgain, type Failed } from './explain.ts';
import { findFirstReport } from './reportedFaults.ts';

/**
 * The options of a run, and its handler: the name, the code, what its transport does after a failure, and what it sends in
 * place of an event.
 */
export type PlayedOptions = ResolvedOptions & {
  readonly handler: HandlerName;
  readonly code: string;
  readonly onFailure: FactName;
  readonly input?: TargetInput | undefined;
};

/** The error for a counterexample. It saves the witness, or prints it if `CI` is set. */
export function toViolation(
  contract: Contract,
  counterexample: Counterexample,
  seed: number,
  options: PlayedOptions,
): ContractViolation {
  const replay: Replay | undefined =
    counterexample.path === undefined
      ? counterexample.witness?.replay
      : { seed, path: formatReplayPath(counterexample.path) };
  const differences = counterexample.witness?.differences ?? listViolationDifferences(counterexample);
  const isSample = differences.length === 0 && counterexample.class !== 'foreign' && counterexample.repeated !== true;
  const facts = [
    ...new Set([
      ...(isSample && findRowSpelledOtherwise(counterexample.event) !== undefined ? ['eventTypes' as const] : []),
      ...(counterexample.witness?.facts ?? listFacts(counterexample)),
      ...checks[counterexample.failure.kind].facts(counterexample.failure, options.onFailure),
    ]),
  ];
  const witness =
    options.path === undefined
      ? keep(contract, counterexample, { differences, facts, replay, handler: options.handler })
      : undefined;
  const { timeout, code, replayOptions, input } = options;
  const request = makeRequest(contract, options.handler, replay ?? { seed, path: WHOLE_RUN });
  const first = findFirstReport(contract, request.handler, counterexample.failure);
  const write = first === undefined ? explain : (failed: Failed): string => explainAgain(failed, first);
  const message = write({
    contract,
    class: counterexample.class,
    event: counterexample.event,
    failure: counterexample.failure,
    repeated: counterexample.repeated === true,
    differences,
    demanded: counterexample.planned?.demanded() ?? [],
    facts,
    input,
    timeout,
    replay,
    request,
    code,
    replayOptions,
    witness,
  });
  const { title } = contract;
  const { error } = counterexample.failure;
  const violation = { contract: title, class: counterexample.class, event: counterexample.event, differences, replay };
  return withConsumerFrames(new ContractViolation(message, violation, makePresentable(error)), error);
}

/** The request of `CASES_REPLAY` for a failure of a contract. */
export function makeRequest({ title }: Contract, handler: HandlerName, replay: Replay): ReplayRequest {
  return { title, handler: describeHandler(handler), ...replay };
}

function listViolationDifferences({ planned, event }: Counterexample): readonly Difference[] {
  return planned === undefined ? listForeignValues(event) : planned.differences();
}

/** All values of a foreign event: first `detail-type`, then `detail`, then the rest of the envelope. */
function listForeignValues(event: object): Difference[] {
  const { 'detail-type': detailType, detail, ...envelope } = event as Record<string, unknown>;
  return [{ 'detail-type': detailType }, { detail }, envelope].flatMap((part) =>
    listDifferences('detail' in part ? { detail: {} } : {}, part),
  );
}

function listFacts({ planned, repeated }: Counterexample): FactName[] {
  if (repeated) return ['atLeastOnce'];
  if (planned === undefined) return ['sourceOnlyRule'];
  return [...planned.facts];
}

const MOST_PRINTED = 2000;

/** Saves the witness, and returns a line about it. Foreign events and repeats have no witness. */
function keep(
  contract: Contract,
  counterexample: Counterexample,
  rest: Pick<Witness, 'differences' | 'facts' | 'handler' | 'replay'>,
): string | undefined {
  if (counterexample.class === 'foreign' || counterexample.repeated) return undefined;
  const itemType = counterexample.witness?.itemType ?? counterexample.planned?.itemType;
  const identity = counterexample.witness?.identity ?? counterexample.planned?.identity;
  const witness: Witness = { title: contract.title, itemType, class: counterexample.class, ...rest, identity };
  return keepWitness(contract, witness, eventWitness, { data: witness.differences, most: MOST_PRINTED });
}
