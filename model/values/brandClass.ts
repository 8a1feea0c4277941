/**
 * Lets `instanceof` recognize an error class from any copy of this package. Runners reload a module for each test file
 * and after `jest.resetModules()`. A process may have both the CommonJS and the ES module. Call it in a static block of
 * the class.
 */
export function brandClass(of: new (...parameters: never[]) => Error, name: string): void {
  const brand = Symbol.for(`connect-cases-contracts: ${name}`);
  Object.defineProperty(of.prototype, brand, { value: true });
  Object.defineProperty(of, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      // A class that a consumer derives keeps the usual check.
      if (this !== of) return Function.prototype[Symbol.hasInstance].call(this as typeof of, value);
      return typeof value === 'object' && value !== null && brand in value;
    },
  });
}
