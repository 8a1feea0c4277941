import { secretsIn } from '../broker/brokerAccess.ts';
import { withoutSecrets } from '../broker/secrets.ts';
import { warn } from '../platform/realProcess.ts';

/** The one door for what commands print of a broker, its pacts and Pact's programs: no secret of the environment passes. */
export function printable(text: string): string {
  return withoutSecrets(secretsIn(process.env), text);
}

/** Prints a text, and the end of its last line, to standard output. */
export function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

/** Prints a value as JSON on one line; its texts come without secrets, and it stays JSON whatever they are. */
export function printJson(value: object): void {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? printable(part) : part));
  process.stdout.write(`${text}\n`);
}

/** Prints a warning of one line to standard error. */
export function printWarning(line: string): void {
  warn(printable(line));
}
