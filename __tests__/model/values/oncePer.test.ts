import { oncePer } from '../../../model/values/oncePer.ts';

test('a value is computed once for each object', () => {
  const compute = jest.fn(({ size }: { size: number }) => ({ double: 2 * size }));
  const double = oncePer(compute);
  const [one, other] = [{ size: 1 }, { size: 1 }];
  expect(double(one)).toEqual({ double: 2 });
  expect(double(one)).toBe(double(one));
  expect(double(other)).not.toBe(double(one));
  expect(compute.mock.calls).toEqual([[one], [other]]);
});

test('arguments with the same key share a value, that of the first', () => {
  const key = {};
  const name = oncePer(
    (argument: { key: object; name: string }) => argument.name,
    ({ key }) => key,
  );
  expect([name({ key, name: 'first' }), name({ key, name: 'second' }), name({ key: {}, name: 'third' })]).toEqual([
    'first',
    'first',
    'third',
  ]);
});

test('falsy values are remembered', () => {
  const compute = jest.fn(() => 0);
  const zero = oncePer(compute);
  const argument = {};
  expect([zero(argument), zero(argument)]).toEqual([0, 0]);
  expect(compute).toHaveBeenCalledTimes(1);
});

test('an error is not remembered', () => {
  let calls = 0;
  const flaky = oncePer(() => {
    if (calls++ === 0) throw new Error('not yet');
    return 'done';
  });
  const argument = {};
  expect(() => flaky(argument)).toThrow('not yet');
  expect(flaky(argument)).toBe('done');
});
