import type { Failure } from '../../provider/findings/failure.ts';
import { fails, type Verdict } from '../../provider/findings/verdict.ts';
import type { ProviderResult } from '../../provider/verifyProvider.ts';

/** The results of all pacts, for machines. */
export function formatProviderJson(
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
      interactions: verdicts.map(toInteractionJson),
    })),
    unknownStates,
  };
}

/** Scripts read the segments as `steps`, and nothing else of an expectation. */
function toFailureJson({ text: _, isForEveryField: __, expectation, ...failure }: Failure): object {
  const { kind, segments, path, words } = expectation;
  return { demands: { kind, steps: segments, path, words }, ...failure };
}

function toInteractionJson(verdict: Verdict): object {
  const { title, interaction, events, failures, more, recorded, warnings, refused } = verdict;
  return {
    description: interaction.description,
    holds: !fails(verdict),
    pending: interaction.pending,
    events,
    ...(refused === undefined ? {} : { refused }),
    failures: failures.map(toFailureJson),
    more,
    recorded,
    warnings: warnings.map((what) => `${title}: ${what}`),
  };
}
