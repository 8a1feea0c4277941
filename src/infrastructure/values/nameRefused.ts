import { InvalidArgumentError, renameRoot } from '../../../model/values/invalidArgument.ts';

/**
 * Reads a pattern of a template; a refusal names the place in the template instead of the place in the pattern.
 * @param where the place of the pattern, such as `Rule.EventPattern`
 * @param file the file of the template
 */
export function nameRefused<Read>(where: string, read: () => Read, file?: string): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw renameRoot(error, where, file === undefined ? '' : ` in ${file}`) ?? error;
  }
}
