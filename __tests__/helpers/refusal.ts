import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';

/** The error message of a call with wrong arguments. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
