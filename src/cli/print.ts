import { escaped, escapedJson } from '../../model/platform/escaped.ts';
import { warn } from '../../model/platform/realProcess.ts';
import { secretsIn } from '../broker/client/brokerAccess.ts';
import { withoutSecrets } from '../broker/client/withoutSecrets.ts';

/**
 * The one door for what commands print of a broker, its pacts and Pact's programs: no secret of the environment passes, and
 * nothing that a terminal or a CI service takes for a command.
 */
export function printable(text: string): string {
  return escaped(unspoken(text));
}

function unspoken(text: string): string {
  return withoutSecrets(secretsIn(process.env), text);
}

/** Prints a text, and the end of its last line, to standard output. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Prints a value as JSON on one line; its texts come without secrets, and it stays JSON whatever they are. */
export function printJson(value: object): void {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? unspoken(part) : part));
  process.stdout.write(`${escapedJson(text)}\n`);
}

/** Prints a warning of one line to standard error. */
export function printWarning(line: string): void {
  warn(unspoken(line));
}
