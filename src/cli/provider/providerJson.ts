import { fails, type Verdict } from '../../provider/findings/verdict.ts';
import type { ProviderResult } from '../../provider/verifyProvider.ts';

/** The results of all pacts, for machines. */
export function providerJson(
  { pacts, unknownStates }: ProviderResult,
  run: { readonly version: string; readonly runs: number; readonly seed: number },
): object {
  return {
    providerVersion: run.version,
    runs: run.runs,
    seed: run.seed,
    pacts: pacts.map(({ pact, holds, published, problem, publishProblem, verdicts }) => ({
      consumer: pact.consumer,
      provider: pact.provider,
      source: pact.source,
      holds,
      published,
      ...(problem === undefined ? {} : { problem }),
      ...(publishProblem === undefined ? {} : { untold: publishProblem }),
      interactions: verdicts.map(interactionJson),
    })),
    unknownStates,
  };
}

function interactionJson(verdict: Verdict): object {
  const { interaction, events, failures, more, recorded, warnings, refused } = verdict;
  return {
    description: interaction.description,
    holds: !fails(verdict),
    pending: interaction.pending,
    events,
    ...(refused === undefined ? {} : { refused }),
    failures: failures.map(({ text: _, expectation, ...failure }) => ({ demands: expectation, ...failure })),
    more,
    recorded,
    warnings,
  };
}
