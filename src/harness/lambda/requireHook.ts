import { requireFunction } from './requireFunction.ts';

/** What a hook that is no function should be. */
interface HookAdvice {
  /** The parameters of the function; none by default. */
  readonly parameters?: string;
  /** What to write; by default a function around the call that was passed. */
  readonly todo?: string;
}

/**
 * Refuses a hook that is no function: usually it was called when passed.
 * @throws InvalidArgumentError with the option, the received value and what to write
 */
export function requireHook(
  name: string,
  received: unknown,
  allowed: string,
  { parameters = '()', todo = adviseArrow(name) }: HookAdvice = {},
): void {
  requireFunction(received, {
    argument: `options.${name}`,
    allowed,
    todo,
    parameters,
    giving: (code) => `${name}: ${code}`,
    mayBeAnswer: true,
  });
}

function adviseArrow(name: string): string {
  return `Write ${name}: () => …, with your call in place of …: without the arrow it runs only once, before any event`;
}
