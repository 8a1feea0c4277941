import { readError } from '../failure/readError.ts';

/**
 * The name of a method that failed because it was passed without its object, such as `refunds.clear` instead of `() =>
 * refunds.clear()`; undefined if another reason is as likely.
 */
export function findLostObject(method: () => unknown, error: unknown): string | undefined {
  const { name = '', message = '' } = readError(error) ?? {};
  if (name !== 'TypeError') return undefined;
  const [, builtIn] = /^Method \S*?(\w+) called on incompatible receiver /.exec(message) ?? [];
  if (builtIn !== undefined) return builtIn;
  const [, member = ''] = /^Cannot (?:read|set).* (?:\(\w+ '|member )(#?\w+)/.exec(message) ?? [];
  const [, ofThis] = /\bthis\.(#?\w+)/.exec(Function.prototype.toString.call(method)) ?? [];
  return member !== '' && member === ofThis && method.name !== '' ? method.name : undefined;
}
