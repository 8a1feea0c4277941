/**
 * The name of a method that failed because it was given without its object, as `refunds.clear` in place of
 * `() => refunds.clear()`; nothing where another reason is as likely.
 */
export function calledWithoutObject(method: () => unknown, error: unknown): string | undefined {
  if (!(error instanceof Error) || !isTypeError(error)) return undefined;
  const [, builtIn] = /^Method \S*?(\w+) called on incompatible receiver /.exec(error.message) ?? [];
  if (builtIn !== undefined) return builtIn;
  const [, member = ''] = /^Cannot (?:read|set).* (?:\(\w+ '|member )(#?\w+)/.exec(error.message) ?? [];
  const [, ofThis] = /\bthis\.(#?\w+)/.exec(Function.prototype.toString.call(method)) ?? [];
  return member !== '' && member === ofThis && method.name !== '' ? method.name : undefined;
}

/** Also one of another realm, as jest gives each test file. */
function isTypeError({ name }: Error): boolean {
  return name === 'TypeError';
}
