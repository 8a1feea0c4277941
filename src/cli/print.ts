import { escapeControls, escapedJson } from '../../model/platform/escapeControls.ts';
import { warn } from '../../model/platform/realProcess.ts';
import { secretsIn } from '../broker/client/brokerAccess.ts';
import { hideSecrets } from '../broker/client/hideSecrets.ts';

/**
 * Makes text of a broker, its pacts and Pact's programs safe to print. All such output passes here: it removes secrets
 * of the environment, and commands for terminals and CI services.
 */
export function makePrintable(text: string): string {
  return escapeControls(unspoken(text));
}

function unspoken(text: string): string {
  return hideSecrets(secretsIn(process.env), text);
}

/** Prints a text to standard output, with a line end. */
export function print(text: string): void {
  process.stdout.write(`${makePrintable(text)}\n`);
}

/** Prints a value as one line of JSON, with secrets removed from its texts. The result is always valid JSON. */
export function printJson(value: object): void {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? unspoken(part) : part));
  process.stdout.write(`${escapedJson(text)}\n`);
}

/** Prints a warning of one line to standard error. */
export function printWarning(line: string): void {
  warn(unspoken(line));
}
