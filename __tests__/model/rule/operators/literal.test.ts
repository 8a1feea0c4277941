import { eventPattern } from '../../../../model/rule/eventPattern.ts';

test.each([
  ['"open"', 'open', true],
  ['"open"', 'OPEN', false],
  ['5', 5, true],
  ['5.0', 5, true],
  ['50e-1', 5, true],
  ['-0', 0, true],
  ['"5"', 5, false],
  ['5', '5', false],
  ['true', true, true],
  ['true', 'true', false],
  ['false', null, false],
  ['null', null, true],
  ['null', '', false],
  ['null', undefined, false],
  ['"10.0.0.33"', '10.0.0.33', true],
  ['"10.0.0.33"', '10.0.0.033', true],
  ['"10.0.0.33"', '10.0.0.34', false],
  ['"10.0.0.256"', '10.0.0.256', true],
  ['"2001:db8::1"', '2001:0DB8:0:0:0:0:0:1', true],
  ['123456789012345678901234567890', 1.2345678901234568e29, false],
])('the leaf [%s] and the value %j: %s', (literal, value, expected) => {
  expect(eventPattern(`{"x":[${literal}]}`).matches({ x: value })).toBe(expected);
});
