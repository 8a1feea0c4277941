import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';
import type { BrokerAccess } from './brokerAccess.ts';
import { onSignals } from './onSignals.ts';

/** What the Pact project's command-line client answered. */
export interface ClientAnswer {
  /** Its exit code, or undefined where it was ended because the time was up. */
  readonly code: number | undefined;
  /** All that it printed, without colours and secrets. */
  readonly text: string;
}

/** How a call of the client is to be made. */
export interface ClientCall {
  readonly access: BrokerAccess;
  /** When it is ended, in milliseconds of `performance.now()`: by itself it waits for a stalled broker for ever. */
  readonly until: number;
}

/**
 * Runs `pact broker <parameters>`. Credentials go by environment.
 * @throws Error where the client is not installed or cannot be run
 */
export function askClient(parameters: readonly string[], { access, until }: ClientCall): Promise<ClientAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn(clientFile(), ['broker', ...parameters], {
      env: { ...withoutCredentials(process.env), ...access.env, PACT_DO_NOT_TRACK: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
    }
    let late = false;
    const timer = setTimeout(
      () => {
        late = true;
        child.kill('SIGKILL');
      },
      Math.max(0, until - performance.now()),
    );
    // Who ends this process ends the client too, which might otherwise wait for ever.
    const signals = onSignals(() => child.kill('SIGKILL'));
    child.on('error', (cause) => {
      clearTimeout(timer);
      signals.forget();
      reject(new Error(`The Pact client cannot be run: ${cause.message}.`, { cause }));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      signals.forget();
      resolve({
        code: late ? undefined : (code ?? 1),
        text: without(access.secrets, stripVTControlCharacters(text)).trim(),
      });
    });
  });
}

function clientFile(): string {
  try {
    // Its `main` is a file that it does not have; its own commands load this one.
    const { standalone } = createRequire(__filename)('@pact-foundation/pact-cli/src/pact-standalone.js') as {
      standalone(): { pactFullPath: string };
    };
    return standalone().pactFullPath;
  } catch (cause) {
    throw new Error(
      `@pact-foundation/pact-cli has no program for ${process.platform} ${process.arch} here: it comes as an optional dependency. Install without --omit=optional, on a platform that the Pact client supports.`,
      { cause },
    );
  }
}

/** The client would read credentials that {@link BrokerAccess} left out. */
function withoutCredentials(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PACT_BROKER_')));
}

/** A text in which no secret is left, as such or as it stands in an address. */
function without(secrets: readonly string[], text: string): string {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, '***'), text);
}
