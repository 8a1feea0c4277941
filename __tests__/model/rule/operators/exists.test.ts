import { admits, refusalFor } from './admit.ts';

test.each([
  ['a', true],
  ['', true],
  [0, true],
  [false, true],
  [null, true],
  [['a'], true],
  [[null], true],
  [[['a']], true],
  [[], false],
  [{}, false],
  [{ y: 1 }, false],
  [[{ y: 1 }], false],
  [[[]], false],
  [undefined, false],
])('the value %j exists: %s', (value, expected) => {
  expect(admits({ exists: true }, value)).toBe(expected);
  expect(admits({ exists: false }, value)).toBe(!expected);
});

test.each(['true', 1, null, [true], {}])('exists %j is refused', (operand) => {
  expect(refusalFor({ exists: operand })).toBe(
    `pattern.x[0].exists is ${JSON.stringify(operand)}; allowed: true or false.`,
  );
});
