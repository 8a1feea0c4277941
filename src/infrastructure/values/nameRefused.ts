import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';

/** Reads a pattern of a template; a refusal begins with the place of the pattern. */
export function nameRefused<Read>(where: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidArgumentError) error.message = `In ${where}: ${error.message}`;
    throw error;
  }
}
