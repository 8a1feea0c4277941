import type { Json } from '../../../contracts/matchers.ts';
import { listDifferences } from '../../../model/values/differences.ts';
import type { VerificationCase } from '../events/verificationCases.ts';
import type { MismatchesByEvent } from '../verifier/pactBatchVerifier.ts';
import { type Expectation, isSame, listExpectations } from './expectations.ts';
import { questionKinds } from './questionKinds.ts';

/** An expectation that an event does not meet; the event is not shrunk yet. */
export interface UnmetExpectation {
  readonly verificationCase: VerificationCase;
  readonly expectation: Expectation;
}

/** The results for the events of an interaction. */
export interface FoundExpectations {
  /** One for each expectation that AWS does not promise to meet. */
  readonly unmet: readonly UnmetExpectation[];
  /** The places of further expectations, beyond those with a full report. */
  readonly more: readonly string[];
  /** Expected presences that another reading does not promise: these warn. */
  readonly warnings: readonly UnmetExpectation[];
}

/** Sorts the verifier's mismatches for a body: each expectation once, with the event closest to the sample. */
export function findUnmetExpectations(
  cases: readonly VerificationCase[],
  mismatches: MismatchesByEvent,
  body: Json | undefined,
): FoundExpectations {
  // The verifier reports them in varying order.
  const inOrder = [...mismatches].sort(([one], [other]) => one - other);
  const failing = inOrder.map(([index, ofEvent]) => ({
    verificationCase: cases[index] as VerificationCase,
    expectations: listExpectations(ofEvent, body),
  }));
  const ofDefaults = sortByDistance(failing.filter(({ verificationCase: { ambiguity } }) => ambiguity === undefined));
  const others = failing.filter(({ verificationCase: { ambiguity } }) => ambiguity !== undefined);
  const unmet: UnmetExpectation[] = [];
  const warnings: UnmetExpectation[] = [];
  for (const { verificationCase, expectations } of [...ofDefaults, ...others]) {
    const expectation = expectations.find((one) => !unmet.some((known) => isSame(known.expectation, one)));
    if (expectation === undefined) continue;
    const { ambiguity } = verificationCase;
    if (ambiguity === undefined) unmet.push({ verificationCase, expectation });
    else if (questionKinds[ambiguity.question] === 'fails') addOnce(unmet, { verificationCase, expectation });
    else addOnce(warnings, { verificationCase, expectation });
  }
  return {
    unmet: unmet.slice(0, MOST),
    more: unmet.slice(MOST).map(({ expectation }) => expectation.path),
    warnings,
  };
}

/** The number of expectations that are shrunk and reported individually. */
const MOST = 5;

/** Several readings of one question need only one report. */
function addOnce(list: UnmetExpectation[], added: UnmetExpectation): void {
  const { ambiguity } = added.verificationCase;
  if (list.some(({ verificationCase }) => verificationCase.ambiguity?.question === ambiguity?.question)) return;
  list.push(added);
}

function sortByDistance<Failing extends { readonly verificationCase: VerificationCase }>(
  failing: readonly Failing[],
): Failing[] {
  const distances = new Map(failing.map((one) => [one, measureDistance(one.verificationCase)]));
  return failing.toSorted((a, b) => (distances.get(a) as number) - (distances.get(b) as number));
}

/** The distance of an event from the sample: the number of differences, then their length. */
function measureDistance(verificationCase: VerificationCase): number {
  const { planned } = verificationCase;
  if (planned.distance > 3) return planned.distance * FAR;
  const differences = listDifferences(planned.defaultSample(), planned.event());
  return planned.distance * FAR + JSON.stringify(differences).length;
}

const FAR = 10_000_000;
