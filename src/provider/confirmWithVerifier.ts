import { canBeShown, type PactVerdict, type Verdict } from './findings/verdict.ts';
import type { Pact } from './interaction/pact.ts';
import type { TestResult } from './publishResult.ts';
import type { AskedMessage, ServedMessage } from './verifier/messageServer.ts';
import { serveMessages } from './verifier/messageServer.ts';
import type { VerifierError, VerifierOptions, VerifierProcess } from './verifier/verifierProcess.ts';

/** The result of Pact's verifier for the original pact. */
export interface Confirmation {
  /** Its disagreements with the verdicts, in words. */
  readonly disagreements: readonly string[];
  readonly results: readonly TestResult[];
}

/** Thrown if Pact's verifier cannot read the pact again. */
class UnreadPact extends Error {
  constructor(source: string, why: string) {
    super(`Pact's verifier read the interactions of ${source} one by one, but not the whole file: ${why}.`);
  }
}

/**
 * Lets Pact's verifier verify the original pact, each interaction with its failing event, else with the sample. So its
 * report, and its published result, equal the verdicts.
 * @param most the milliseconds that it may take
 */
export async function confirmWithVerifier(
  verifier: VerifierProcess,
  { pact, verdicts }: PactVerdict,
  options: VerifierOptions,
  most: number,
): Promise<Confirmation> {
  const server = await serveMessages((asked) => getMessage(verdicts, asked));
  try {
    const provider = { provider: pact.provider, providerBaseUrl: server.url, timeout: 60_000 };
    const { passed, errors, pendingErrors } = await verifier.verify({ ...provider, ...options }, most);
    if (server.errors.length > 0) throw server.errors[0];
    const failing = [...errors, ...pendingErrors].map(({ interaction }) => interaction);
    const named = new Set(
      verdicts.map((verdict) => nameForVerifier(pact, verdict)).filter((name) => failing.includes(name)),
    );
    if (!passed && named.size === 0) {
      throw new UnreadPact(pact.source, errors[0]?.mismatch.message ?? failing[0] ?? 'it does not say why');
    }
    const results = verdicts.map((verdict) =>
      testResult(verdict, nameForVerifier(pact, verdict), [...errors, ...pendingErrors]),
    );
    return { disagreements: listDisagreements(pact, verdicts, passed, named), results };
  } finally {
    await server.close();
  }
}

function testResult({ interaction }: Verdict, name: string, errors: readonly VerifierError[]): TestResult {
  const found = errors.filter((error) => error.interaction === name);
  return {
    interactionDescription: interaction.description,
    success: found.length === 0,
    mismatches: found.flatMap(({ mismatch }) => mismatch.mismatches ?? [mismatch]),
  };
}

function getMessage(verdicts: readonly Verdict[], asked: AskedMessage): ServedMessage {
  const verdict = findVerdict(verdicts, asked);
  if (verdict === undefined) {
    throw new Error(`Pact's verifier asks for ${JSON.stringify(asked.description)}, which the pact does not have.`);
  }
  const { metadata, contentType } = verdict.interaction;
  // Metadata of the consumer's own queue is outside the event model: the server returns what the pact expects.
  return { body: verdict.answer, contentType, metadata: { contentType, ...metadata } };
}

/**
 * Description and states identify an interaction. Of several that the verifier cannot distinguish, a failing one is
 * answered, so that they fail together.
 */
function findVerdict(
  verdicts: readonly Verdict[],
  { description, providerStates = [] }: AskedMessage,
): Verdict | undefined {
  const described = verdicts.filter(({ interaction }) => interaction.description === description);
  for (const keyOf of [makeStateKey, makeStateNamesKey]) {
    const alike = described.filter(({ interaction }) => keyOf(interaction.states) === keyOf(providerStates));
    if (alike.length > 0) return alike.find(({ answerFails }) => answerFails) ?? alike[0];
  }
  return described[0];
}

type States = NonNullable<AskedMessage['providerStates']>;

function makeStateKey(states: States): string {
  return JSON.stringify(states.map(({ name, params = {} }) => [name, params]).sort());
}

function makeStateNamesKey(states: States): string {
  return JSON.stringify(states.map(({ name }) => name).sort());
}

/** Treats interactions with one name, which the verifier cannot distinguish, as one. */
function listDisagreements(
  pact: Pact,
  verdicts: readonly Verdict[],
  passed: boolean,
  named: ReadonlySet<string>,
): string[] {
  const shown = verdicts.filter(canBeShown);
  const failing = new Set(
    shown.filter(({ answerFails }) => answerFails).map((verdict) => nameForVerifier(pact, verdict)),
  );
  const found = shown.filter(
    (verdict) => named.has(nameForVerifier(pact, verdict)) !== failing.has(nameForVerifier(pact, verdict)),
  );
  if (found.length === 0 && passed === shown.some(({ answerFails }) => answerFails)) return ['the outcome as a whole'];
  return found.map(({ title }) => title);
}

/** The verifier's name for an interaction in its errors. */
function nameForVerifier({ consumer, provider }: Pact, { interaction: { states, description } }: Verdict): string {
  const given = states.map(({ name }, index) => ` ${index === 0 ? 'Given' : 'And'} ${name}`).join('');
  return `Verifying a pact between ${consumer} and ${provider}${given} - ${description}`;
}
