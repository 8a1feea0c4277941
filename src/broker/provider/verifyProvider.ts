import '../../../arbitraries/fastCheckInstalled.ts';
import type { Domain } from '../../event/domain.ts';
import { onSignals } from '../onSignals.ts';
import { type FinishedPact, finishPact } from './finishPact.ts';
import { Judge } from './judge.ts';
import { judgePacts } from './judgePacts.ts';
import type { PactFile } from './pactFiles.ts';
import type { Publishing } from './publishing.ts';
import type { Recorded } from './recordedEvents.ts';
import { VerifierPool } from './verifierPool.ts';

/** What the stand-in of the provider is asked to do. */
export interface ProviderOptions {
  readonly pacts: readonly PactFile[];
  readonly domain: Domain | undefined;
  readonly runs: number;
  readonly seed: number;
  readonly recorded: readonly Recorded[];
  /** For the verifier's last run, where the pacts come from a broker. */
  readonly verifier?: Publishing;
  /** Is told how many interactions are judged by now, and how many there are. */
  readonly told?: (judged: number, all: number) => void;
}

/** What became of all pacts. */
export interface ProviderResult {
  readonly pacts: readonly FinishedPact[];
  readonly unknownStates: readonly string[];
  /** How many of the captured events no interaction is about. */
  readonly recordedUnplayed: number;
}

/**
 * Plays the event model against the pacts of consumers, and lets Pact's verifier say which hold.
 * @throws Error when Pact's verifier cannot run at all
 */
export async function verifyProvider(options: ProviderOptions): Promise<ProviderResult> {
  const verifiers = new VerifierPool();
  const judge = new Judge(verifiers);
  const signals = onSignals(() => {
    judge.end();
    verifiers.end();
  });
  try {
    const pacts = options.pacts.map(({ pact }) => pact);
    const { verdicts, unknownStates, recorded } = await judgePacts(judge, pacts, options);
    const finished = verdicts.map((verdict, index) =>
      verifiers
        .use((verifier) => finishPact(verifier, verdict, options.pacts[index] as PactFile, options.verifier))
        // The others have their verdicts, and are published, all the same.
        .catch(({ message }: Error) => ({ ...verdict, holds: false, published: false, problem: message })),
    );
    const recordedUnplayed = options.recorded.length - recorded.size;
    return { pacts: await Promise.all(finished), unknownStates, recordedUnplayed };
  } finally {
    signals.forget();
    judge.end();
    verifiers.end();
  }
}
