import { setTimeout as sleep } from 'node:timers/promises';
import { lastRun, UnreadPact } from './lastRun.ts';
import type { PactFile } from './pactFiles.ts';
import { hasResult } from './publishedResult.ts';
import type { Publishing } from './publishing.ts';
import { canBeShown, fails, type PactVerdict } from './verdict.ts';
import type { VerifierOptions, VerifierProcess } from './verifierProcess.ts';

const MOST_MILLISECONDS = 60_000;

/** What became of a pact in the end. */
export interface FinishedPact extends PactVerdict {
  readonly holds: boolean;
  /** Whether the broker knows it. */
  readonly published: boolean;
  /** Why that is not known, or the broker was not told. */
  readonly problem?: string;
}

/**
 * Lets Pact's verifier verify a pact as it stands, and publish the result when that is asked for and can be shown.
 * @throws Error when the verifier disagrees with the verdicts, or the broker does not take the result
 */
export async function finishPact(
  verifier: VerifierProcess,
  verdict: PactVerdict,
  file: PactFile,
  broker: Publishing | undefined,
): Promise<FinishedPact> {
  const { verdicts } = verdict;
  const holds = !verdicts.some(fails);
  // What is no message would be asked for as something else, and what cannot be read not at all.
  if (verdicts.some(({ interaction, unread }) => unread || interaction.unverifiable !== undefined)) {
    return { ...verdict, holds, published: false };
  }
  const run = (more: VerifierOptions): Promise<void> =>
    agree(verifier, verdict, { ...broker?.options, pactUrls: [file.address], ...more });
  // A failure that the verifier is not shown would be published as a success.
  const published = broker?.publishes === true && verdicts.every(canBeShown);
  if (published) await publish(verdict, file, broker, holds, () => run({ publishVerificationResult: true }));
  else await run({});
  return { ...verdict, holds, published };
}

async function agree(verifier: VerifierProcess, verdict: PactVerdict, options: VerifierOptions): Promise<void> {
  const { disagreements } = await lastRun(verifier, verdict, options, MOST_MILLISECONDS);
  if (disagreements.length === 0) return;
  throw new Error(
    `Pact's verifier says otherwise of ${verdict.pact.source} as a whole than of its events one by one: ${disagreements.join(', ')}. Please report this.`,
  );
}

/** Pauses before the verifier is let publish again, in milliseconds. */
const PAUSES = [500, 2000];

/** Publishes until the broker knows the result: to publish it twice does no harm. */
async function publish(
  { pact }: PactVerdict,
  { results }: PactFile,
  { access, version }: Publishing,
  holds: boolean,
  run: () => Promise<void>,
): Promise<void> {
  for (const pause of [0, ...PAUSES]) {
    await sleep(pause);
    const unread = await run().then(
      () => false,
      (error: unknown) => {
        if (error instanceof UnreadPact) return true;
        throw error;
      },
    );
    if (!unread && results !== undefined && (await hasResult(access, results, version, holds).catch(isUnknown))) return;
  }
  throw new Error(
    `The broker at ${access.url} did not take the result of ${pact.source}. Look whether it is well, and whether the credentials may write; then run the command again: that does no harm.`,
  );
}

/** A broker without any result answers that it does not know the page. */
function isUnknown(error: unknown): false {
  if (error instanceof Error && error.message.includes('(404 ')) return false;
  throw error;
}
