import { requireFunction } from './requireFunction.ts';

/**
 * Refuses what is no function of a consumer's beside its handler: most often it was called where it is given.
 * @throws InvalidArgumentError naming the option, what came and what to write
 */
export function requireHook(name: string, received: unknown, allowed: string): void {
  requireFunction(received, {
    argument: `options.${name}`,
    allowed,
    todo: `Write ${name}: () => …, with the call in place of …: without the arrow it is done once, before any event`,
    giving: (code) => `${name}: ${code}`,
    mayBeAnswer: true,
  });
}
