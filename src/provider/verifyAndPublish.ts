import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runInScratchDirectory } from '../broker/scratchDirectory.ts';
import { confirmWithVerifier } from './confirmWithVerifier.ts';
import { canBeShown, fails, type PactVerdict } from './findings/verdict.ts';
import type { PactFile } from './interaction/readPactFiles.ts';
import { publishResult, type TestResult } from './publishResult.ts';
import type { Publishing } from './resolvePublishing.ts';
import type { VerifierProcess } from './verifier/verifierProcess.ts';

const MOST_MILLISECONDS = 60_000;

/** The final result for a pact. */
export interface FinishedPact extends PactVerdict {
  readonly holds: boolean;
  /** Whether the broker has the result. */
  readonly published: boolean;
  /** Why the broker does not have it. */
  readonly publishProblem?: string;
  /** Why the pact has no result, apart from its interactions. */
  readonly problem?: string;
}

/**
 * Lets Pact's verifier verify the original pact, and publishes the result if asked for and possible.
 * @throws Error if the verifier disagrees with the verdicts, or cannot read the pact
 */
export async function verifyAndPublish(
  verifier: VerifierProcess,
  verdict: PactVerdict,
  file: PactFile,
  broker: Publishing | undefined,
): Promise<FinishedPact> {
  const { verdicts } = verdict;
  const holds = !verdicts.some(fails);
  // The verifier would ask for a non-message as something else, and cannot read the rest.
  if (verdicts.some(({ interaction, unread }) => unread || interaction.unverifiable !== undefined)) {
    return { ...verdict, holds, published: false };
  }
  const results = await requireAgreement(verifier, verdict, file);
  // The verifier would publish a failure that it cannot see as a success.
  if (broker?.publishes !== true || !verdicts.every(canBeShown)) return { ...verdict, holds, published: false };
  return publish(file, broker, holds, results).then(
    () => ({ ...verdict, holds, published: true }),
    ({ message }: Error) => ({ ...verdict, holds, published: false, publishProblem: message }),
  );
}

async function requireAgreement(
  verifier: VerifierProcess,
  verdict: PactVerdict,
  file: PactFile,
): Promise<readonly TestResult[]> {
  const { disagreements, results } = await runOnFile(file, (name) =>
    confirmWithVerifier(verifier, verdict, { pactUrls: [name] }, MOST_MILLISECONDS),
  );
  if (disagreements.length === 0) return results;
  throw new Error(
    `Pact's verifier gives another result for ${verdict.pact.source} as a whole than event by event: ${disagreements.join(', ')}. Please report this.`,
  );
}

/**
 * Gives Pact's verifier a file of ours: it would send credentials wherever an address or a link leads, and it must see
 * the judged text.
 */
function runOnFile<Result>({ text }: PactFile, work: (file: string) => Promise<Result>): Promise<Result> {
  return runInScratchDirectory((directory) => {
    const file = path.join(directory, 'pact.json');
    writeFileSync(file, text);
    return work(file);
  });
}

async function publish(
  file: PactFile,
  broker: Publishing,
  holds: boolean,
  results: readonly TestResult[],
): Promise<void> {
  const { access } = broker;
  await publishResult(file, broker, holds, results).catch((cause: Error) => {
    throw new Error(
      `The broker at ${access.url} did not accept the result of ${file.pact.source}. Check whether the broker works and the credentials may write, then run the command again: that is safe. ${cause.message}`,
      { cause },
    );
  });
}
