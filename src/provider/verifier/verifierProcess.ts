import { type ChildProcess, spawn } from 'node:child_process';
import { withoutBroker } from '../../broker/client/brokerAccess.ts';
import { verifierLibrary } from '../../pact/pactLibrary.ts';

/** What Pact's verifier is asked to do, by the names of its own options. */
export type VerifierOptions = Readonly<Record<string, unknown>>;

/** What the verifier says of an interaction that did not hold. */
export interface VerifierError {
  /** Ends in the interaction's description. */
  readonly interaction: string;
  readonly mismatch: {
    readonly type: string;
    readonly message?: string;
    readonly mismatches?: readonly Mismatch[];
  };
}

/** One place where a message is not what an interaction demands. */
export interface Mismatch {
  readonly type: string;
  /** From the body's root, as `$.detail.case`; absent where it is not about the body. */
  readonly path?: string;
  readonly key?: string;
  readonly mismatch?: string;
}

/** The outcome of a run. */
export interface Verified {
  readonly passed: boolean;
  readonly errors: readonly VerifierError[];
  /** Those of interactions that are pending: they fail nothing. */
  readonly pendingErrors: readonly VerifierError[];
  /** The verifier's own report, for a person. */
  readonly report: string;
}

/** Pact's verifier cannot be started: a matter of the machine, and of no pact. */
export class VerifierNotStarted extends Error {}

/** Pact's verifier in a process of its own, because its report goes to standard output whatever one does. */
export class VerifierProcess {
  readonly #child: ChildProcess;
  readonly #grace: number;
  #report = '';
  #ended: string | undefined;
  #notStarted: Error | undefined;
  #waiting: ((answer: Answer) => void) | undefined;

  /** @param grace so many milliseconds later than it is ended, it ends by itself */
  constructor(library: string = verifierLibrary(), grace: number = GRACE) {
    this.#grace = grace;
    this.#child = spawn(process.execPath, ['-e', PROGRAM, library], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // The verifier counts its users unless this says exactly true.
      env: { ...withoutBroker(process.env), PACT_DO_NOT_TRACK: 'true' },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#report = (this.#report + text).slice(-LONGEST_REPORT);
      });
    }
    this.#child.on('message', (answer) => this.#settle(answer as Answer));
    this.#child.on('error', (error) => {
      if (this.#child.pid === undefined) this.#notStarted = error;
      this.#end(error.message);
    });
    this.#child.on('exit', (code, signal) => this.#end(`it ended with ${signal ?? `exit code ${code}`}`));
  }

  /**
   * Lets the verifier do one run, for so many milliseconds at the most.
   * @throws Error when it ends, does not answer in time, or cannot run at all
   */
  async verify(options: VerifierOptions, most: number): Promise<Verified> {
    this.#report = '';
    const answer = await this.#answer(options, most);
    if (this.#notStarted !== undefined) {
      const { message: why } = this.#notStarted;
      throw new VerifierNotStarted(
        `Pact's verifier cannot be started: ${why}. Look what this machine allows (ulimit -n, ulimit -u, memory), and run the command again.`,
        { cause: this.#notStarted },
      );
    }
    if ('gone' in answer) throw new Error(`Pact's verifier gave no result: ${answer.gone}.`);
    return { ...resultIn(answer), report: this.#report };
  }

  /** Whether it has ended, by itself or not. */
  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Ends the process. */
  end(): void {
    // Of one that was not started Node sends the signal to process 0: to this one and its whole group.
    if (this.#child.pid !== undefined) this.#child.kill('SIGKILL');
  }

  #answer(options: VerifierOptions, most: number): Promise<Answer> {
    return new Promise((resolve) => {
      if (this.#ended !== undefined) return resolve({ gone: this.#ended });
      const timer = setTimeout(() => {
        this.end();
        this.#settle({ gone: `it did not answer within ${Math.round(most / 1000)} s` });
      }, most);
      this.#waiting = (answer) => {
        clearTimeout(timer);
        resolve(answer);
      };
      if (this.#child.pid === undefined) return;
      this.#child.send({ ...options, logLevel: 'error', most: most + this.#grace });
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(answer);
  }

  #end(why: string): void {
    this.#ended ??= why;
    this.#settle({ gone: why });
  }
}

type Answer = { readonly gone: string } | { readonly passed: boolean; readonly text: string };

/** What its own report has more than this is of no use. */
const LONGEST_REPORT = 200_000;

function resultIn({ passed, text }: { readonly passed: boolean; readonly text: string }): Omit<Verified, 'report'> {
  try {
    const { errors = [], pendingErrors = [] } = JSON.parse(text) as Partial<Verified>;
    return { passed, errors, pendingErrors };
  } catch (cause) {
    // Without a result there is an error's text: the pact could not be loaded, or the broker not be reached.
    throw new Error(`Pact's verifier could not run: ${text.split('\n', 1)[0]}`, { cause });
  }
}

const GRACE = 5_000;

// To exit would wait for what the native verifier waits for.
const PROGRAM = `
const library = require(process.argv[1]);
const { verifyPacts } = library.default ?? library;
const end = () => process.kill(process.pid, 'SIGKILL');
process.on('disconnect', end);
process.on('message', async ({ most, ...options }) => {
  const deadline = setTimeout(end, most);
  const answer = await Promise.resolve()
    .then(() => verifyPacts.call(library.default ?? library, options))
    .then((text) => ({ passed: true, text: String(text) }), (error) => ({ passed: false, text: String(error?.message ?? error) }));
  clearTimeout(deadline);
  process.send(answer);
});
`;
