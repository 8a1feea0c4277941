import { build } from '../../arbitraries/bulk/build.ts';
import type { Step } from '../../arbitraries/bulk/shrink.ts';
import type { Contract } from '../../contracts/contract.ts';
import { warn } from '../platform/realProcess.ts';
import { type Ambiguity, ambiguitiesOf, ambiguityLine } from './ambiguities.ts';
import { ContractViolation } from './contractViolation.ts';
import { wordsOf } from './explain.ts';
import { identified } from './playedIdentities.ts';
import type { Run } from './run.ts';
import type { HandlerFailure } from './runHandler.ts';
import type { ResolvedOptions } from './runOptions.ts';
import { touchedReads } from './touchedReads.ts';

/**
 * Plays the other readings of what AWS leaves open: a failure there warns, or fails when that is asked for. A handler
 * that is `silent`, that reads nothing of the documented spelling either, is not blamed for reading nothing of another.
 */
export async function tryOtherReadings(
  contract: Contract,
  run: Run,
  { ambiguities }: ResolvedOptions,
  silent: boolean,
): Promise<void> {
  if (ambiguities === 'off') return;
  for (const ambiguity of ambiguitiesOf(contract)) {
    const outcome = await run.forgiving(() => outcomeOf(contract, run, ambiguity, silent));
    if (outcome === undefined) continue;
    const line = ambiguityLine(contract.title, ambiguity, outcome.words);
    if (ambiguities === 'warn') warn(line);
    else throw ambiguityViolation(contract, line, outcome);
  }
}

interface Outcome {
  readonly words: string;
  readonly event: object;
  readonly failure?: HandlerFailure;
}

async function outcomeOf(
  contract: Contract,
  run: Run,
  { steps, spelling }: Ambiguity,
  silent: boolean,
): Promise<Outcome | undefined> {
  for (const step of steps) {
    const { plan } = identified(step, run.identities.next());
    const event = build(plan);
    const failure = await run.play(event, () => build(plan));
    if (failure !== undefined) return { words: `the handler fails (${wordsOf(failure)})`, event, failure };
  }
  const [first] = steps as readonly [Step];
  return spelling && !silent && (await touchedReads(contract, steps, run))?.size === 0
    ? { words: 'the handler reads nothing of the event', event: build(first.plan) }
    : undefined;
}

function ambiguityViolation(contract: Contract, line: string, { event, failure }: Outcome): ContractViolation {
  const violation = { contract: contract.title, class: 'sample' as const, event, differences: [], replay: undefined };
  return new ContractViolation(
    `${line}\n\nTake both readings, or set ambiguities to 'warn'.`,
    violation,
    failure?.error,
  );
}
