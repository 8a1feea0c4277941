import { stripVTControlCharacters } from 'node:util';
import { type BrokerAccess, removeBrokerVariables } from './brokerAccess.ts';
import { cutText } from './cutText.ts';
import { findClientProgram } from './findClientProgram.ts';
import { startGuarded } from './guardedClient.ts';
import { hideSecrets } from './hideSecrets.ts';
import { onSignals } from './onSignals.ts';

/** The answer of the Pact project's command-line client. */
export interface ClientAnswer {
  /** Its exit code, or undefined if it was stopped because the time was up. */
  readonly code: number | undefined;
  /** Its output, without colours and secrets. */
  readonly text: string;
  /** The HTTP status of a broker that refused or failed. */
  readonly status?: HttpStatus;
}

/** An HTTP status, such as 503, and its words, `503 Service Unavailable`. */
export interface HttpStatus {
  readonly number: number;
  readonly words: string;
}

/** The options of a client call. */
export interface ClientCall {
  readonly access: BrokerAccess;
  /** When to stop it, in milliseconds of `performance.now()`: by itself it waits for a stalled broker without end. */
  readonly until: number;
  /** Its working directory; by default that of this process. */
  readonly cwd?: string | undefined;
}

/** The most characters of its output that are kept. */
const LONGEST = 4_000_000;

/**
 * Runs `pact broker <parameters>`. Credentials go through the environment, and the client ends with this process.
 * @throws Error if the client is not installed or cannot run
 */
export function askClient(parameters: readonly string[], { access, until, cwd }: ClientCall): Promise<ClientAnswer> {
  return new Promise((resolve, reject) => {
    const most = Math.max(0, until - performance.now());
    const child = startGuarded({
      file: findClientProgram(),
      parameters: ['broker', ...parameters],
      cwd: cwd ?? process.cwd(),
      // Otherwise it would read credentials that our access excludes.
      env: { ...removeBrokerVariables(process.env), ...access.env, PACT_DO_NOT_TRACK: 'true' },
      most,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        if (text.length < LONGEST) text += piece;
      });
    }
    let late = false;
    const end = (): void => {
      if (child.connected) child.send('end');
    };
    const timer = setTimeout(() => {
      late = true;
      end();
    }, most);
    const signals = onSignals(end);
    const fail = (why: string, cause?: Error): void => {
      clearTimeout(timer);
      signals.forget();
      reject(new Error(`The Pact client cannot be run: ${why}.`, { cause }));
    };
    child.on('error', (cause) => fail(cause.message, cause));
    child.on('message', (why) => fail(String(why)));
    child.on('close', (code) => {
      clearTimeout(timer);
      signals.forget();
      const clean = hideSecrets(access.secrets, stripVTControlCharacters(text)).trim();
      const status = late || code === 0 ? undefined : readStatus(clean);
      resolve({ code: late ? undefined : (code ?? 1), text: clean, ...(status === undefined ? {} : { status }) });
    });
  });
}

/** The client reports the status of an answer only as text. */
function readStatus(text: string): HttpStatus | undefined {
  const [, words] = /failed: (\d{3}(?: [A-Za-z ]+)?)/.exec(cutText(text)) ?? [];
  return words === undefined ? undefined : { number: Number.parseInt(words, 10), words: words.trim() };
}
