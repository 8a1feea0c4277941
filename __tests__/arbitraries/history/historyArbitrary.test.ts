import fc from 'fast-check';
import { caseHistory } from '../../../arbitraries/caseHistory.ts';

test('a seed and path replay the same failing history', () => {
  const property = fc.property(caseHistory(), (history) => history.length < 6);
  const { failed, counterexample, counterexamplePath } = fc.check(property, { seed: 5 });
  expect(failed).toBe(true);
  const again = fc.check(property, { seed: 5, path: counterexamplePath as string, endOnFailure: true });
  expect(again.counterexample).toEqual(counterexample);
});

test('an example from outside does not shrink', () => {
  const property = fc.property(caseHistory(), () => false);
  const { counterexample } = fc.check(property, { examples: [[[]]], numRuns: 1 });
  expect(counterexample).toEqual([[]]);
});

test('an event with long texts prints its differences from the sample', () => {
  const long = fc
    .sample(caseHistory({ minLength: 20 }), { numRuns: 60, seed: 6 })
    .flat()
    .find((event) => JSON.stringify(event).length > 8000);
  expect(long).toBeDefined();
  expect(fc.stringify(long)).toContain('the sample but for:');
  expect(fc.stringify(long).length).toBeLessThan(3000);
});
