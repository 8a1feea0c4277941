import { differencesBetween } from '../../../model/values/differences.ts';
import type { VerificationCase } from '../events/verificationCases.ts';
import type { MismatchesByEvent } from '../verifier/pactBatchVerifier.ts';
import { type Expectation, isSame, listExpectations } from './expectations.ts';
import { questionKinds } from './questionKinds.ts';

/** A demand that an event does not meet; the event is not shrunk yet. */
export interface UnmetExpectation {
  readonly play: VerificationCase;
  readonly demand: Expectation;
}

/** The results for the events of an interaction. */
export interface Found {
  /** One for each demand that AWS does not promise to meet. */
  readonly targets: readonly UnmetExpectation[];
  /** The places of further demands, beyond those with a full report. */
  readonly more: readonly string[];
  /** Demanded presences that another reading does not promise: these warn. */
  readonly warnings: readonly UnmetExpectation[];
}

/** Sorts the verifier's mismatches for an interaction: each demand once, with the event closest to the sample. */
export function findUnmetExpectations(cases: readonly VerificationCase[], judgement: MismatchesByEvent): Found {
  // The verifier reports them in varying order.
  const judged = [...judgement].sort(([one], [other]) => one - other);
  const failing = judged.map(([index, mismatches]) => ({
    play: cases[index] as VerificationCase,
    demands: listExpectations(mismatches),
  }));
  const documented = nearestFirst(
    failing.filter(({ play: verificationCase }) => verificationCase.reading === undefined),
  );
  const targets: UnmetExpectation[] = [];
  const warnings: UnmetExpectation[] = [];
  for (const { play: verificationCase, demands: expectations } of [
    ...documented,
    ...failing.filter(({ play: verificationCase }) => verificationCase.reading !== undefined),
  ]) {
    const expectation = expectations.find((one) => !targets.some((target) => isSame(target.demand, one)));
    if (expectation === undefined) continue;
    const { reading } = verificationCase;
    if (reading === undefined) targets.push({ play: verificationCase, demand: expectation });
    else if (questionKinds[reading.question] === 'fails')
      addOnce(targets, { play: verificationCase, demand: expectation });
    else addOnce(warnings, { play: verificationCase, demand: expectation });
  }
  return {
    targets: targets.slice(0, MOST),
    more: targets.slice(MOST).map(({ demand: expectation }) => expectation.path),
    warnings,
  };
}

/** The number of demands that are shrunk and reported individually. */
const MOST = 5;

/** Several readings of one question need only one report. */
function addOnce(targets: UnmetExpectation[], target: UnmetExpectation): void {
  if (
    !targets.some(({ play: verificationCase }) => verificationCase.reading?.question === target.play.reading?.question)
  )
    targets.push(target);
}

function nearestFirst<Failing extends { readonly play: VerificationCase }>(failing: readonly Failing[]): Failing[] {
  const distances = new Map(failing.map((one) => [one, measureDistance(one.play)]));
  return failing.toSorted((a, b) => (distances.get(a) as number) - (distances.get(b) as number));
}

/** The distance of an event from the sample: the number of differences, then their length. */
function measureDistance(verificationCase: VerificationCase): number {
  const { planned } = verificationCase;
  if (planned.distance > 3) return planned.distance * FAR;
  const differences = differencesBetween(planned.documentedSample(), planned.event());
  return planned.distance * FAR + JSON.stringify(differences).length;
}

const FAR = 10_000_000;
