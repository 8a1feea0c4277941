import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';
import { requireHook } from '../lambda/requireHook.ts';

/** @throws InvalidArgumentError for an `expect` or `observe` that is no function, or an `observe` that nobody looks at */
export function requireExpectation(expect: unknown, observe: unknown): void {
  if (expect !== undefined) {
    requireHook('expect', expect, 'a function that throws if an outcome is wrong', {
      parameters: '(outcome, event)',
      todo: 'Write expect: (outcome, event) => { … }, with your assertions in it: it is called after each event',
    });
  }
  if (observe === undefined) return;
  requireHook('observe', observe, 'a function that returns what the handler has stored');
  if (expect !== undefined) return;
  throw new InvalidArgumentError({
    argument: 'options.observe',
    received: observe,
    allowed: 'nothing, without options.expect',
    because: 'Only expect looks at what it returns',
    todo: 'Add expect: ({ observed }, event) => { … }, or give observe to verifyDelivery',
  });
}
