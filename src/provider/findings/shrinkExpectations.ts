import { buildCaseEvent, type VerificationCase } from '../events/verificationCases.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';
import type { MismatchesByEvent, PactBatchVerifier, Question } from '../verifier/pactBatchVerifier.ts';
import { isSame, listExpectations } from './expectations.ts';
import type { UnmetExpectation } from './unmetExpectations.ts';

/** An unmet expectation, and its origin. */
export interface Shrinkable {
  /** The interaction's name for people. */
  readonly title: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly target: UnmetExpectation;
}

const ROUNDS = 20;
const CANDIDATES = 60;

/**
 * Shrinks all unmet expectations at once. Each round asks Pact's verifier about the smaller events of all of them, and
 * takes the first of each that still fails. Every event satisfies the states.
 */
export async function shrinkExpectations(
  batchVerifier: PactBatchVerifier,
  all: readonly Shrinkable[],
): Promise<UnmetExpectation[]> {
  const targets = all.map(({ target }) => target);
  let open = all.map((shrinkable, index) => ({
    ...shrinkable,
    index,
    plays: nearer((targets[index] as UnmetExpectation).play),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    open = open.filter(({ plays: cases }) => cases.length > 0);
    if (open.length === 0) break;
    const judgements = await batchVerifier.judge(open.map(toQuestion));
    open = open.flatMap((one, number) => {
      const play = firstFailing(
        one.plays,
        targets[one.index] as UnmetExpectation,
        judgements[number] as MismatchesByEvent,
      );
      if (play === undefined) return [];
      targets[one.index] = { ...(targets[one.index] as UnmetExpectation), play };
      return [{ ...one, plays: nearer(play) }];
    });
  }
  return targets;
}

function toQuestion({
  title,
  interaction,
  specification,
  plays: cases,
}: { plays: readonly VerificationCase[] } & Omit<Shrinkable, 'target'>): Question {
  return {
    title,
    interaction,
    specification,
    count: cases.length,
    event: (index) => buildCaseEvent(cases[index] as VerificationCase),
  };
}

function firstFailing(
  cases: readonly VerificationCase[],
  { demand: expectation }: UnmetExpectation,
  judgement: MismatchesByEvent,
): VerificationCase | undefined {
  return cases.find((_, index) => listExpectations(judgement.get(index) ?? []).some((one) => isSame(one, expectation)));
}

/** Events closer to the sample that also satisfy the states. */
function nearer(verificationCase: VerificationCase): readonly VerificationCase[] {
  const { planned, states } = verificationCase;
  const seen = new Set([planned.key]);
  const cases: VerificationCase[] = [];
  for (const shrunk of planned.shrinks()) {
    const smaller = shrunk.satisfying(states);
    if (smaller === undefined || seen.has(smaller.key)) continue;
    seen.add(smaller.key);
    cases.push({ ...verificationCase, planned: smaller });
    if (cases.length === CANDIDATES) break;
  }
  return cases;
}
