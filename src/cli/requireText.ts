import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';

/** Refuses an empty text of the command line, usually from an unset shell variable. */
export function requireText(argument: string, ...texts: readonly (string | undefined)[]): void {
  if (!texts.includes('')) return;
  throw new InvalidArgumentError({
    argument,
    received: '',
    allowed: 'a text that is not empty',
    todo: 'Check whether the variable that it comes from is set',
  });
}
