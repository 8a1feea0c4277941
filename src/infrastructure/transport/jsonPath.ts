import { parsePath } from '../../../model/values/eventPath.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';

/**
 * The segments of a path such as `$.detail.case.caseId` or `$.resources[1]`.
 * @throws InvalidArgumentError for a path that is not evaluated here
 */
export function parseJsonPath(path: string, where: string): readonly string[] {
  if (/^\$(\.[\w-]+|\[\d+\]|\['[^']*'\]|\["[^"]*"\])*$/.test(path)) return parsePath(path).map(String);
  throw new InvalidArgumentError({
    argument: where,
    received: path,
    allowed: 'a path of names and indices, such as $.detail.case.caseId or $.resources[1]',
  });
}
