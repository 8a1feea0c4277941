import { InvalidArgumentError } from '../../model/values/invalidArgument.ts';

/** Refuses a text of the command line that is empty: mostly a variable of the shell that is not set. */
export function requireText(argument: string, ...texts: readonly (string | undefined)[]): void {
  if (!texts.includes('')) return;
  throw new InvalidArgumentError({
    argument,
    received: '',
    allowed: 'a text that is not empty',
    todo: 'Look whether the variable that it comes from is set',
  });
}
