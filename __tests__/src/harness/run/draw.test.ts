import fc from 'fast-check';
import { draw } from '../../../../src/harness/run/draw.ts';

afterEach(() => fc.resetConfigureGlobal());

const texts = () => fc.array(fc.string());

test("draws the same values as fast-check's sample", () => {
  expect(draw(texts, { seed: 3, runs: 20 })).toEqual(fc.sample(texts(), { seed: 3, numRuns: 20 }));
  expect(draw(texts, { seed: 3, runs: 5, path: '15' })).toEqual(fc.sample(texts(), { seed: 3, numRuns: 20 }).slice(15));
});

test('draws the same for any configuration of the project, and leaves the configuration unchanged', () => {
  const drawn = draw(texts, { seed: 3, runs: 20 });
  const configured = { baseSize: 'xlarge', path: '4:1', randomType: 'mersenne', unbiased: true } as fc.GlobalParameters;
  fc.configureGlobal(configured);
  expect(draw(texts, { seed: 3, runs: 20 })).toEqual(drawn);
  expect(fc.readConfigureGlobal()).toBe(configured);
});

test('leaves the configuration unchanged even if nothing can be drawn', () => {
  const configured: fc.GlobalParameters = { numRuns: 3 };
  fc.configureGlobal(configured);
  const fails = () => {
    throw new Error('no such arbitrary');
  };
  expect(() => draw(fails, { seed: 3, runs: 20 })).toThrow('no such arbitrary');
  expect(fc.readConfigureGlobal()).toBe(configured);
});
