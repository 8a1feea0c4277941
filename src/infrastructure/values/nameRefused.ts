import { InvalidArgumentError, rephrase } from '../../../model/values/invalidArgument.ts';

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
    const place = error.argument.replace(/^(the )?pattern(?=$|[.[])/, where);
    const isPlaced = place !== error.argument;
    const named = rephrase(error, {
      argument: isPlaced ? `${place}${file === undefined ? '' : ` in ${file}`}` : error.argument,
    });
    if (!isPlaced) named.message = `In ${where}: ${named.message}`;
    throw named;
  }
}
