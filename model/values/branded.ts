/**
 * Lets `instanceof` know a class of errors from whichever copy of this package: runners load a module anew for each test
 * file and after `jest.resetModules()`, and a process may have both the CommonJS and the ES module. To be called in a
 * static block of the class.
 */
export function branded(of: new (...parameters: never[]) => Error, name: string): void {
  const brand = Symbol.for(`connect-cases-contracts: ${name}`);
  Object.defineProperty(of.prototype, brand, { value: true });
  Object.defineProperty(of, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      // A class that a consumer derives is known as ever.
      if (this !== of) return Function.prototype[Symbol.hasInstance].call(this as typeof of, value);
      return typeof value === 'object' && value !== null && brand in value;
    },
  });
}
