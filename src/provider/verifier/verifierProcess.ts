import { type ChildProcess, spawn } from 'node:child_process';
import { removeBrokerVariables } from '../../broker/client/brokerAccess.ts';
import { findVerifierLibrary } from '../../pact/loadPactLibrary.ts';

/** The options of Pact's verifier, under its own names. */
export type VerifierOptions = Readonly<Record<string, unknown>>;

/** The verifier's report on a failed interaction. */
export interface VerifierError {
  /** Ends in the interaction's description. */
  readonly interaction: string;
  readonly mismatch: {
    readonly type: string;
    readonly message?: string;
    readonly mismatches?: readonly Mismatch[];
  };
}

/** One place where a message breaks an interaction's expectation. */
export interface Mismatch {
  readonly type: string;
  /** From the body's root, as `$.detail.case`; absent if it does not concern the body. */
  readonly path?: string;
  readonly key?: string;
  readonly mismatch?: string;
}

/** The outcome of a run. */
export interface Verified {
  readonly passed: boolean;
  readonly errors: readonly VerifierError[];
  /** Errors of pending interactions: they fail nothing. */
  readonly pendingErrors: readonly VerifierError[];
  /** The verifier's own report, for people. */
  readonly report: string;
}

/** Thrown if Pact's verifier cannot start: the cause is the machine, not a pact. */
export class VerifierNotStarted extends Error {}

/** Pact's verifier in a separate process, because its report always goes to standard output. */
export class VerifierProcess {
  readonly #child: ChildProcess;
  readonly #grace: number;
  #report = '';
  #ended: string | undefined;
  #notStarted: Error | undefined;
  #waiting: ((answer: Answer) => void) | undefined;

  /** @param grace the milliseconds beyond its time limit after which it ends by itself */
  constructor(library: string = findVerifierLibrary(), grace: number = GRACE) {
    this.#grace = grace;
    this.#child = spawn(process.execPath, ['-e', PROGRAM, library], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // The verifier reports usage unless this is exactly true.
      env: { ...removeBrokerVariables(process.env), PACT_DO_NOT_TRACK: 'true' },
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
   * Runs the verifier once, for at most this many milliseconds.
   * @throws Error if it ends, does not answer in time, or cannot run at all
   */
  async verify(options: VerifierOptions, most: number): Promise<Verified> {
    this.#report = '';
    const answer = await this.#answer(options, most);
    if (this.#notStarted !== undefined) {
      const { message: why } = this.#notStarted;
      throw new VerifierNotStarted(
        `Pact's verifier cannot be started: ${why}. Check the limits of this machine (ulimit -n, ulimit -u, memory), and run the command again.`,
        { cause: this.#notStarted },
      );
    }
    if ('gone' in answer) throw new Error(`Pact's verifier gave no result: ${answer.gone}.`);
    return { ...parseResult(answer), report: this.#report };
  }

  /** Whether it has ended, for any reason. */
  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Ends the process. */
  end(): void {
    // For a process that did not start, Node would send the signal to process 0: this one and its whole group.
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

/** The most characters of its report that are kept. */
const LONGEST_REPORT = 200_000;

function parseResult({ passed, text }: { readonly passed: boolean; readonly text: string }): Omit<Verified, 'report'> {
  try {
    const { errors = [], pendingErrors = [] } = JSON.parse(text) as Partial<Verified>;
    return { passed, errors, pendingErrors };
  } catch (cause) {
    // Without a result there is an error text: the pact could not be loaded, or the broker not be reached.
    throw new Error(`Pact's verifier could not run: ${text.split('\n', 1)[0]}`, { cause });
  }
}

const GRACE = 5_000;

// exit would wait for everything that the native verifier waits for.
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
