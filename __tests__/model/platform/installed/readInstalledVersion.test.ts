import { readInstalledVersion } from '../../../../model/platform/installed/readInstalledVersion.ts';
import typescript from '../../../../node_modules/typescript/package.json';

test('an installed package has the version of its package.json, and a missing one has none', () => {
  expect(readInstalledVersion('typescript', require)).toBe(typescript.version);
  expect(readInstalledVersion('@example/not-installed', require)).toBeUndefined();
});
