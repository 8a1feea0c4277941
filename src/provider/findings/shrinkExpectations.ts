import type { VerificationCase } from '../events/verificationCases.ts';
import type { AskedInteraction, Pact } from '../interaction/pact.ts';
import type { Inquiry, MismatchesByEvent, PactBatchVerifier } from '../verifier/pactBatchVerifier.ts';
import { isSame, listExpectations } from './expectations.ts';
import type { UnmetExpectation } from './unmetExpectations.ts';

/** An unmet expectation, and its origin. */
export interface Shrinkable {
  /** The interaction's name for people. */
  readonly title: string;
  readonly interaction: AskedInteraction;
  readonly specification: Pact['specification'];
  readonly unmet: UnmetExpectation;
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
  const unmet = all.map(({ unmet: one }) => one);
  let open = all.map((shrinkable, index) => ({
    ...shrinkable,
    index,
    cases: listNearer((unmet[index] as UnmetExpectation).verificationCase),
  }));
  for (let round = 0; round < ROUNDS; round++) {
    open = open.filter(({ cases }) => cases.length > 0);
    if (open.length === 0) break;
    const mismatches = await batchVerifier.verify(open.map(toQuestion));
    open = open.flatMap((one, number) => {
      const nearest = findFirstFailing(
        one.cases,
        unmet[one.index] as UnmetExpectation,
        mismatches[number] as MismatchesByEvent,
        one.interaction.body,
      );
      if (nearest === undefined) return [];
      unmet[one.index] = { ...(unmet[one.index] as UnmetExpectation), verificationCase: nearest };
      return [{ ...one, cases: listNearer(nearest) }];
    });
  }
  return unmet;
}

function toQuestion({
  title,
  interaction,
  specification,
  cases,
}: { cases: readonly VerificationCase[] } & Omit<Shrinkable, 'unmet'>): Inquiry {
  return {
    title,
    interaction,
    specification,
    count: cases.length,
    event: (index) => (cases[index] as VerificationCase).planned.event(),
  };
}

function findFirstFailing(
  cases: readonly VerificationCase[],
  { expectation }: UnmetExpectation,
  mismatches: MismatchesByEvent,
  body: AskedInteraction['body'],
): VerificationCase | undefined {
  return cases.find((_, index) =>
    listExpectations(mismatches.get(index) ?? [], body).some((one) => isSame(one, expectation)),
  );
}

/** Events closer to the sample that also satisfy the states. */
function listNearer(verificationCase: VerificationCase): readonly VerificationCase[] {
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
