import { requireInstalled } from '../../arbitraries/fastCheckInstalled.ts';

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error("Cannot find module 'fast-check'"), { code });
  };
}

test('a missing fast-check is reported in one sentence, with the command to run', () => {
  expect(() => requireInstalled(failing('MODULE_NOT_FOUND'))).toThrow(
    'connect-cases-contracts needs fast-check 4, which is not installed. Run: npm install --save-dev fast-check@4',
  );
});

test('any other failure to resolve it is left to the import itself', () => {
  expect(() => requireInstalled(failing('ERR_PACKAGE_PATH_NOT_EXPORTED'))).not.toThrow();
});

test('an installed one is found', () => {
  expect(() => requireInstalled(require.resolve)).not.toThrow();
});
