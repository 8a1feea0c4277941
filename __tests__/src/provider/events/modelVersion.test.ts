import packageJson from '../../../../package.json';
import { modelVersion } from '../../../../src/provider/events/modelVersion.ts';

test('the version of the model is that of the package, with a digest of its events', () => {
  expect(modelVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  expect(modelVersion().split('+')[0]).toBe(packageJson.version);
});

test('the same model has the same version', () => {
  expect(modelVersion()).toBe(modelVersion());
});
