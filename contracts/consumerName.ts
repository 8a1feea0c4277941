import { loadNodeModule } from '../model/platform/loadNodeModule.ts';
import { InvalidArgumentError } from '../model/values/invalidArgument.ts';

const { Buffer } = loadNodeModule('node:buffer');

/**
 * Returns a consumer's name that a Pact and file names can hold.
 * @throws InvalidArgumentError if it is empty, too long, or could leave its directory
 */
export function requireConsumerName(consumer: unknown): string {
  const fits =
    typeof consumer === 'string' &&
    consumer.length <= 100 &&
    Buffer.byteLength(consumer) <= 200 &&
    /^[^\s.\-\p{Cc}\p{Cs}/\\:*?"<>|][^\p{Cc}\p{Cs}/\\:*?"<>|]*$/u.test(consumer) &&
    !consumer.includes('..') &&
    !/[\s.]$/.test(consumer) &&
    !DEVICES.test(consumer);
  if (fits) return consumer;
  if (typeof consumer !== 'string') {
    throw new InvalidArgumentError({
      argument: 'the consumer name',
      received: consumer,
      allowed: "a text, as the first argument: contractsFor('refunds', table, { domain })",
    });
  }
  throw new InvalidArgumentError({
    argument: 'the consumer name',
    received: consumer,
    allowed:
      'a file name of 1 to 100 characters, at most 200 bytes. It may not contain "/", "\\", "..", any of :*?"<>| or control characters. It may not start with a dot, blank or hyphen, nor end with a dot or blank. Windows device names (CON, NUL, COM1, …) are not allowed',
    because: 'The name appears in the pact, in file names and in commands',
  });
}

/**
 * Windows reserves these names for devices, with any extension and with leading blanks
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
 */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\.|$)/i;
