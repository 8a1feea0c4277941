import '../../arbitraries/fastCheckInstalled.ts';
import type { Domain } from '../../model/domain/domain.ts';
import { onSignals } from '../broker/client/onSignals.ts';
import type { PactFile } from './interaction/readPactFiles.ts';
import { matchTypes, type Recorded } from './recordedEvents.ts';
import type { Publishing } from './resolvePublishing.ts';
import { PactBatchVerifier } from './verifier/pactBatchVerifier.ts';
import { VerifierPool } from './verifier/verifierPool.ts';
import { type FinishedPact, verifyAndPublish } from './verifyAndPublish.ts';
import { verifyInteractions } from './verifyInteractions.ts';

/** The progress so far. */
export interface ProgressCounts {
  /** Judged interactions, and their total. */
  readonly verified: number;
  readonly interactions: number;
  /** Events checked so far. */
  readonly events: number;
  /** Pacts that Pact's verifier has confirmed, and their total: this step comes last. */
  readonly finished: number;
  readonly pacts: number;
}

/** The options of {@link verifyProvider}. */
export interface ProviderOptions {
  readonly pacts: readonly PactFile[];
  readonly domain: Domain | undefined;
  readonly runs: number;
  readonly seed: number;
  readonly recorded: readonly Recorded[];
  /** For publishing results, if the pacts come from a broker. */
  readonly verifier?: Publishing;
  /** Called repeatedly with the progress. */
  readonly onProgress?: (counts: ProgressCounts) => void;
}

/** The results for all pacts. */
export interface ProviderResult {
  readonly pacts: readonly FinishedPact[];
  readonly unknownStates: readonly string[];
  /** The captured events that no interaction applies to: of other types, or of its type in other provider states. */
  readonly recordedUnplayed: {
    readonly ofOtherTypes: readonly Recorded[];
    readonly inOtherStates: readonly Recorded[];
  };
}

/**
 * Checks the pacts of consumers against the event model, and lets Pact's verifier decide.
 * @throws Error if Pact's verifier cannot run at all
 */
export async function verifyProvider(options: ProviderOptions): Promise<ProviderResult> {
  const verifiers = new VerifierPool();
  const interactions = options.pacts.reduce((sum, { pact }) => sum + pact.interactions.length, 0);
  let counts: ProgressCounts = { verified: 0, interactions, events: 0, finished: 0, pacts: options.pacts.length };
  const report = (more: Partial<ProgressCounts>): void => {
    counts = { ...counts, ...more };
    options.onProgress?.(counts);
  };
  const batchVerifier = new PactBatchVerifier(verifiers, (events) => report({ events: counts.events + events }));
  const signals = onSignals(() => {
    batchVerifier.end();
    verifiers.end();
  });
  try {
    const pacts = options.pacts.map(({ pact }) => pact);
    const { verdicts, unknownStates, recorded } = await verifyInteractions(batchVerifier, pacts, {
      ...options,
      onProgress: (verified) => report({ verified }),
    });
    const finished = verdicts.map((verdict, index) =>
      verifiers
        .use((verifier) => verifyAndPublish(verifier, verdict, options.pacts[index] as PactFile, options.verifier))
        // One failed pact must not stop the others.
        .catch(({ message }: Error) => ({ ...verdict, holds: false, published: false, problem: message }))
        .finally(() => report({ finished: counts.finished + 1 })),
    );
    const unplayed = options.recorded.filter((one) => !recorded.has(one));
    const checked = verdicts.flatMap((ofPact) => ofPact.verdicts.filter(({ refused }) => refused === undefined));
    const isOfType = checked.map(({ interaction }) => matchTypes(interaction));
    const [inOtherStates = [], ofOtherTypes = []] = [true, false].map((is) =>
      unplayed.filter((one) => isOfType.some((of) => of(one)) === is),
    );
    const recordedUnplayed = { ofOtherTypes, inOtherStates };
    return { pacts: await Promise.all(finished), unknownStates, recordedUnplayed };
  } finally {
    signals.forget();
    batchVerifier.end();
    verifiers.end();
  }
}
