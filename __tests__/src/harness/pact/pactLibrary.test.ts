function loaded(require: (name: string) => unknown): unknown {
  let result: unknown;
  jest.isolateModules(() => {
    const { pactLibrary } = jest.requireActual('../../../../src/harness/pact/pactLibrary.ts');
    result = pactLibrary(require);
  });
  return result;
}

test('a missing Pact is said in our words, with the versions that work and the command', () => {
  const missing = (name: string): never => {
    throw new Error(`Cannot find module '${name}'`);
  };
  expect(() => loaded(missing)).toThrow(
    "@pact-foundation/pact is not installed: a contract that reads something is written by Pact's own library. Supported: 16.4.0, or 17.1.2 and later of 17. Run: npm install --save-dev @pact-foundation/pact@16.4.0",
  );
});

test('a release that cannot be loaded is named by its version, with the cause', () => {
  const asked = new Set<string>();
  const broken = (name: string): unknown => {
    if (name.endsWith('package.json') && !asked.has(name)) {
      asked.add(name);
      return { version: '16.5.0' };
    }
    throw new SyntaxError('Unexpected token export');
  };
  broken.resolve = broken;
  const load = (): unknown => loaded(broken);
  expect(load).toThrow('@pact-foundation/pact 16.5.0 cannot be loaded. Supported: 16.4.0, or 17.1.2 and later of 17.');
  expect(load).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
});
