import { requireFunction } from './requireFunction.ts';

/**
 * Refuses a hook that is no function: usually it was called when passed.
 * @throws InvalidArgumentError with the option, the received value and what to write
 */
export function requireHook(name: string, received: unknown, allowed: string): void {
  requireFunction(received, {
    argument: `options.${name}`,
    allowed,
    todo: `Write ${name}: () => …, with your call in place of …: without the arrow it runs only once, before any event`,
    giving: (code) => `${name}: ${code}`,
    mayBeAnswer: true,
  });
}
