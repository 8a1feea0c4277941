import { escapeControls, escapeJson } from '../../../model/platform/escapeControls.ts';
import { warn } from '../../../model/platform/realProcess.ts';
import { listSecrets } from '../../broker/client/brokerAccess.ts';
import { hideSecrets } from '../../broker/client/hideSecrets.ts';

/**
 * Makes text of a broker, its pacts and Pact's programs safe to print. All such output passes here: it removes secrets
 * of the environment, and commands for terminals and CI services.
 */
export function makePrintable(text: string): string {
  return escapeControls(hideOwnSecrets(text));
}

function hideOwnSecrets(text: string): string {
  return hideSecrets(listSecrets(process.env), text);
}

/** Prints a text to standard output, with a line end. */
export function print(text: string): void {
  process.stdout.write(`${makePrintable(text)}\n`);
}

/** Prints a value as one line of JSON, with secrets removed from its texts. The result is always valid JSON. */
export function printJson(value: object): void {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? hideOwnSecrets(part) : part));
  process.stdout.write(`${escapeJson(text)}\n`);
}

/** Prints a warning of one line to standard error. */
export function printWarning(line: string): void {
  warn(hideOwnSecrets(line));
}
