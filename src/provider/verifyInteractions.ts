import type { CasesEvent } from '../../model/event/casesEvent.ts';
import { describeAmbiguity } from '../harness/verdict/ambiguities.ts';
import {
  buildVerificationCases,
  type PlayOptions,
  type VerificationCase,
  type VerificationCases,
} from './events/verificationCases.ts';
import { describeProviderFailure, type Failure, formatExpectation } from './findings/failure.ts';
import { shrinkExpectations } from './findings/shrinkExpectations.ts';
import { type FoundExpectations, findUnmetExpectations } from './findings/unmetExpectations.ts';
import { formatTitle, type PactVerdict, type Verdict } from './findings/verdict.ts';
import type { AskedInteraction, Pact } from './interaction/pact.ts';
import { formatRecorded, type Recorded, selectRecorded } from './recordedEvents.ts';
import type { Inquiry, MismatchesByEvent, PactBatchVerifier } from './verifier/pactBatchVerifier.ts';
import { VerifierNotStarted } from './verifier/verifierProcess.ts';

/** The options of {@link verifyInteractions}. */
export interface InteractionOptions extends PlayOptions {
  /** Captured events to check as well. */
  readonly recorded: readonly Recorded[];
  /** Called with the number of interactions judged so far. */
  readonly onProgress?: (verified: number) => void;
}

/** An interaction on its way to a verdict. */
interface InteractionCheck {
  readonly pact: Pact;
  readonly interaction: AskedInteraction;
  readonly title: string;
  readonly verificationCases: VerificationCases | { readonly refused: string };
  readonly recorded: readonly Recorded[];
}

/** The results for some pacts, and their unknown states. */
export interface VerifiedInteractions {
  readonly verdicts: readonly PactVerdict[];
  readonly unknownStates: readonly string[];
  /** Captured events that some interaction was checked against. */
  readonly recorded: ReadonlySet<Recorded>;
}

/** The number of interactions judged together: each has its own domain and events, released afterwards. */
const TOGETHER = 24;

/** Judges all interactions of some pacts. */
export async function verifyInteractions(
  batchVerifier: PactBatchVerifier,
  pacts: readonly Pact[],
  options: InteractionOptions,
): Promise<VerifiedInteractions> {
  const groups = groupPacts(pacts);
  const verified: VerifiedInteractions[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < groups.length; index = next++) {
      const group = groups[index] as readonly Pact[];
      verified[index] = await verifyApart(batchVerifier, group, options);
      done += group.reduce((sum, { interactions }) => sum + interactions.length, 0);
      options.onProgress?.(done);
    }
  };
  // Two at a time: while one waits for the verifier, the events of the other are made.
  await Promise.all([work(), work()]);
  return mergeGroups(verified);
}

function groupPacts(pacts: readonly Pact[]): readonly (readonly Pact[])[] {
  const groups: Pact[][] = [];
  let count = Number.POSITIVE_INFINITY;
  for (const pact of pacts) {
    count += pact.interactions.length;
    if (count <= TOGETHER) groups.at(-1)?.push(pact);
    else {
      groups.push([pact]);
      count = pact.interactions.length;
    }
  }
  return groups;
}

/** An unexpected error in one pact does not affect the verdicts of others. */
async function verifyApart(
  batchVerifier: PactBatchVerifier,
  pacts: readonly Pact[],
  options: InteractionOptions,
): Promise<VerifiedInteractions> {
  try {
    return await verifyGroup(batchVerifier, pacts, options);
  } catch (error) {
    if (isOfMachine(error)) throw error;
    const [pact, ...others] = pacts as readonly [Pact, ...Pact[]];
    if (others.length === 0) return refuseWhole(pact, error as Error);
    const verified: VerifiedInteractions[] = [];
    for (const one of pacts) verified.push(await verifyApart(batchVerifier, [one], options));
    return mergeGroups(verified);
  }
}

/** Whether the error concerns the machine, and so every pact. */
function isOfMachine(error: unknown): boolean {
  const code = String((error as NodeJS.ErrnoException).code);
  return error instanceof VerifierNotStarted || /^(E[A-Z0-9]+|ERR_ACCESS_DENIED)$/.test(code);
}

function mergeGroups(groups: readonly VerifiedInteractions[]): VerifiedInteractions {
  return {
    verdicts: groups.flatMap(({ verdicts }) => verdicts),
    unknownStates: [...new Set(groups.flatMap(({ unknownStates }) => unknownStates))],
    recorded: new Set(groups.flatMap(({ recorded }) => [...recorded])),
  };
}

function refuseWhole(pact: Pact, { message }: Error): VerifiedInteractions {
  const refused = `its pact cannot be verified: ${message}`;
  const nothing = { events: 0, failures: [], more: [], recorded: [], warnings: [], unread: true, answerFails: true };
  const verdicts = pact.interactions.map(
    (interaction): Verdict => ({
      ...nothing,
      interaction,
      title: formatTitle(pact, interaction),
      refused,
      answer: JSON.stringify(refused),
    }),
  );
  return { verdicts: [{ pact, verdicts }], unknownStates: [], recorded: new Set() };
}

/** One pass over all events; then all failures shrink together. */
async function verifyGroup(
  batchVerifier: PactBatchVerifier,
  pacts: readonly Pact[],
  options: InteractionOptions,
): Promise<VerifiedInteractions> {
  const cases = pacts.flatMap((pact) =>
    pact.interactions.map((interaction) => prepareCase(pact, interaction, options)),
  );
  const mismatches = await batchVerifier.verify(cases.map(toQuestion));
  const found = cases.map((one, index) => findUnmet(one, mismatches[index] as MismatchesByEvent));
  const failures = await describeFailures(batchVerifier, cases, found);
  const verdicts = cases.map((one, index) =>
    toVerdict(
      one,
      found[index] as FoundExpectations,
      failures[index] as Failure[],
      mismatches[index] as MismatchesByEvent,
      batchVerifier.unverifiable,
    ),
  );
  return {
    verdicts: pacts.map((pact) => ({ pact, verdicts: verdicts.filter((_, index) => cases[index]?.pact === pact) })),
    unknownStates: cases.flatMap(({ verificationCases }) =>
      'refused' in verificationCases ? [] : verificationCases.unknownStates,
    ),
    recorded: new Set(cases.flatMap(({ recorded }) => recorded)),
  };
}

function prepareCase(pact: Pact, interaction: AskedInteraction, options: InteractionOptions): InteractionCheck {
  const verificationCases = buildVerificationCases(interaction, options);
  return {
    pact,
    interaction,
    title: formatTitle(pact, interaction),
    verificationCases,
    recorded: 'refused' in verificationCases ? [] : selectRecorded(interaction, options.recorded),
  };
}

function listCases({ verificationCases }: InteractionCheck): readonly VerificationCase[] {
  return 'refused' in verificationCases ? [] : verificationCases.cases;
}

/** First the verification cases, then the captured events. */
function toQuestion(one: InteractionCheck): Inquiry {
  const cases = listCases(one);
  return {
    title: one.title,
    interaction: one.interaction,
    specification: one.pact.specification,
    count: cases.length + one.recorded.length,
    event: (index) =>
      index < cases.length
        ? (cases[index] as VerificationCase).planned.event()
        : (one.recorded[index - cases.length]?.event as CasesEvent),
  };
}

function findUnmet(one: InteractionCheck, mismatches: MismatchesByEvent): FoundExpectations {
  const cases = listCases(one);
  const ofCases = new Map([...mismatches].filter(([index]) => index < cases.length));
  return findUnmetExpectations(cases, ofCases, one.interaction.body);
}

async function describeFailures(
  batchVerifier: PactBatchVerifier,
  cases: readonly InteractionCheck[],
  found: readonly FoundExpectations[],
): Promise<Failure[][]> {
  const all = cases.flatMap((one, index) =>
    (found[index] as FoundExpectations).unmet.map((unmet) => ({ one, index, unmet })),
  );
  const shrunk = await shrinkExpectations(
    batchVerifier,
    all.map(({ one, unmet }) => ({ ...one, specification: one.pact.specification, unmet })),
  );
  return cases.map((one, index) => {
    const unmet = shrunk.filter((_, number) => all[number]?.index === index);
    return listOnce(
      unmet.map((expectation) =>
        describeProviderFailure(one.title, expectation, (one.verificationCases as VerificationCases).domain),
      ),
    );
  });
}

/** An expectation on every field is one failure, for any number of failing fields. */
function listOnce(failures: readonly Failure[]): Failure[] {
  const first = failures.findIndex(({ isForEveryField }) => isForEveryField);
  return failures.filter(({ isForEveryField }, place) => !isForEveryField || place === first);
}

function toVerdict(
  one: InteractionCheck,
  { warnings, more }: FoundExpectations,
  failures: readonly Failure[],
  mismatches: MismatchesByEvent,
  unverifiable: PactBatchVerifier['unverifiable'],
): Verdict {
  const { verificationCases, title, interaction, recorded } = one;
  const without = unverifiable.get(interaction);
  const refused = without?.why ?? findRefusal(verificationCases);
  const cases = listCases(one);
  const lines = recorded.flatMap((event, index) => {
    const found = mismatches.get(cases.length + index);
    return found === undefined ? [] : [formatRecorded(title, event, found)];
  });
  const holding = cases.find((_, index) => !mismatches.has(index));
  // A pending failure fails nothing: the verifier gets a passing event, if there is one.
  const failing = interaction.pending && holding !== undefined ? undefined : failures[0]?.event;
  const shown = holding ?? cases[0];
  const answer = failing ?? (shown === undefined ? null : shown.planned.event());
  return {
    interaction,
    title,
    events: interaction.body === undefined ? 0 : cases.length + recorded.length,
    failures: without === undefined ? failures : [],
    more: without === undefined ? more : [],
    recorded: lines,
    warnings: [...warnOfNoContent(one), ...warnings.flatMap(formatWarning)],
    ...(refused === undefined ? {} : { refused }),
    unread: without?.unread === true,
    answer: JSON.stringify(refused ?? answer),
    answerFails: refused !== undefined || failing !== undefined,
  };
}

function findRefusal(verificationCases: InteractionCheck['verificationCases']): string | undefined {
  return 'refused' in verificationCases ? verificationCases.refused : undefined;
}

/** A warning for an interaction without expectations: it passes, but proves nothing. */
function warnOfNoContent({ interaction: { body }, verificationCases }: InteractionCheck): string[] {
  if (body !== undefined || 'refused' in verificationCases) return [];
  return [
    "it has no content, so no event was compared with it. Check whether the consumer's test writes what it reads.",
  ];
}

/** Only other readings cause warnings. */
function formatWarning({ verificationCase, expectation }: FoundExpectations['warnings'][number]): string[] {
  return verificationCase.ambiguity === undefined
    ? []
    : [describeAmbiguity(verificationCase.ambiguity, `it does not hold (${formatExpectation(expectation)})`)];
}
