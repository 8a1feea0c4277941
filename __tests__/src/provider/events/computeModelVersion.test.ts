import type { build as Build } from '../../../../arbitraries/generation/build.ts';
import packageJson from '../../../../package.json';
import { computeModelVersion } from '../../../../src/provider/events/computeModelVersion.ts';

type Any = ReturnType<typeof JSON.parse>;

const questions = '../../../../model/facts/openQuestions.ts';
const samples = '../../../../model/event/samples.ts';
const building = '../../../../arbitraries/generation/build.ts';

/** The version of a model that is loaded anew, with other exports of one module. */
function versionWith(file: string, change: (exports: Any) => object): string {
  let version = '';
  jest.isolateModules(() => {
    jest.doMock(file, () => ({ ...jest.requireActual(file), ...change(jest.requireActual(file)) }));
    version = require('../../../../src/provider/events/computeModelVersion.ts').computeModelVersion();
    jest.dontMock(file);
  });
  return version;
}

test('the version of the model is that of the package, with a digest of its events', () => {
  expect(computeModelVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  expect(computeModelVersion().split('+')[0]).toBe(packageJson.version);
});

test.each([questions, samples, building])('the same model has the same version after %s is loaded anew', (file) => {
  expect(versionWith(file, () => ({}))).toBe(computeModelVersion());
});

test.each<[string, string, (exports: Any) => object]>([
  [
    'one more reading of an open question',
    questions,
    ({ openQuestions }) => ({ openQuestions: { ...openQuestions, more: { readings: {} } } }),
  ],
  [
    'another sample of one event type',
    samples,
    ({ makeSample }) => ({
      makeSample: (type: string, ...more: Any[]) => ({
        ...makeSample(type, ...more),
        ...(type === 'CASE.DELETED' && { version: '1' }),
      }),
    }),
  ],
  [
    'one more event that is played and is not a sample',
    building,
    ({ build }: { build: typeof Build }) => {
      let built = 0;
      return { build: (plan: Any) => (built++ === 200 ? { ...build(plan), id: 'another' } : build(plan)) };
    },
  ],
])('a model with %s has another version', (_, file, change) => {
  const other = versionWith(file, change);
  expect(other).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
  expect(other).not.toBe(computeModelVersion());
});
