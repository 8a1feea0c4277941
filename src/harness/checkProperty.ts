import fc from 'fast-check';
import { InvalidArgumentError } from '../event/invalidArgument.ts';

/**
 * `fc.check` of a property that throws nothing itself.
 * @throws InvalidArgumentError for a path at which nothing lies
 */
export async function checkProperty<Value>(
  property: fc.IAsyncProperty<[Value]>,
  parameters: fc.Parameters<unknown>,
): Promise<fc.RunDetails<[Value]>> {
  try {
    return await fc.check(property, parameters as fc.Parameters<[Value]>);
  } catch (error) {
    if (parameters.path === undefined) throw error;
    throw new InvalidArgumentError({
      argument: 'options.path',
      received: parameters.path,
      allowed: 'the path of a failure of the same seed, options, domain and version',
      because: 'Nothing lies there',
      todo: 'Run without path first',
    });
  }
}
