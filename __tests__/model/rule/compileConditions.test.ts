import { compileConditions } from '../../../model/rule/compileConditions.ts';

test('one of the conditions suffices, and without any nothing is admitted', () => {
  const admits = compileConditions(['low', { prefix: 'urg' }]);
  expect(['low', 'urgent', 'high'].map(admits)).toEqual([true, true, false]);
  expect(compileConditions([])('low')).toBe(false);
});
