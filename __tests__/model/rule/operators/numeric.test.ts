import fc from 'fast-check';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { refusal } from '../../../helpers/refusal.ts';
import { admits } from './admit.ts';

const compare = {
  '=': (one: number, other: number) => one === other,
  '<': (one: number, other: number) => one < other,
  '<=': (one: number, other: number) => one <= other,
  '>': (one: number, other: number) => one > other,
  '>=': (one: number, other: number) => one >= other,
};
type Name = keyof typeof compare;

const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));

test('one bound compares as JavaScript does', () => {
  const name = fc.constantFrom(...(Object.keys(compare) as Name[]));
  fc.assert(
    fc.property(name, number, number, (operator, bound, value) => {
      expect(admits({ numeric: [operator, bound] }, value)).toBe(compare[operator](value, bound));
    }),
  );
});

test('two bounds must both hold', () => {
  const lower = fc.constantFrom<Name>('>', '>=');
  const upper = fc.constantFrom<Name>('<', '<=');
  fc.assert(
    fc.property(lower, upper, number, number, number, (first, second, one, other, value) => {
      fc.pre(one < other);
      const expected = compare[first](value, one) && compare[second](value, other);
      expect(admits({ numeric: [first, one, second, other] }, value)).toBe(expected);
      expect(admits({ numeric: [first, one, second, other] }, one)).toBe(first === '>=');
      expect(admits({ numeric: [first, one, second, other] }, other)).toBe(second === '<=');
    }),
  );
});

test.each(['5', true, null, {}, []])('the value %j is no number', (value) => {
  expect(admits({ numeric: ['>', -1] }, value)).toBe(false);
});

const list = 'allowed: a list such as ["=", 5], [">", 0] or [">=", 0, "<", 5].';
const doubles =
  'The engine of EventBridge compares numbers as doubles, so 300 equals 300.0; in numeric and anything-but it refuses a number whose double has other digits, as all with more than 17; the page says that 300 and 300.0 differ, and allows -5e9 to 5e9.';

test.each([
  ['5', '', 'It does not begin with =, <, <=, > or >=.'],
  ['[]', '', 'It does not begin with =, <, <=, > or >=.'],
  ['[5,">"]', '', 'It does not begin with =, <, <=, > or >=.'],
  ['["toString",5]', '', 'It does not begin with =, <, <=, > or >=.'],
  ['[">"]', '', 'A number belongs after each operator, and nothing else.'],
  ['[">",1,"<"]', '', 'A number belongs after each operator, and nothing else.'],
  ['["<=",5,">",0]', '', 'A range names its lower bound first, and = stands alone.'],
  ['["=",5,"<",9]', '', 'A range names its lower bound first, and = stands alone.'],
  ['[">",1,">=",2]', '', 'After a lower bound comes < or <=.'],
  ['[">",1,"=",2]', '', 'After a lower bound comes < or <=.'],
  ['[">",10,"<",5]', '', 'The lower bound must be less than the upper bound.'],
  ['[">=",5,"<=",5]', '', 'The lower bound must be less than the upper bound.'],
  ['[">",1,"<",5,"=",3]', '', 'A range has two bounds.'],
])('numeric %s is refused', (operand, _, because) => {
  expect(refusal(() => eventPattern(`{"x":[{"numeric":${operand}}]}`))).toBe(
    `pattern.x[0].numeric is ${operand}; ${list} ${because}`,
  );
});

test.each([
  ['["=","5"]', 1, '"5"', 'allowed: a number.'],
  ['[">",1,"<",null]', 3, 'null', 'allowed: a number.'],
  ['[">",1e400]', 1, '1e400', `allowed: a number whose double has the same digits. ${doubles}`],
  [
    '["=",0.12345678901234567]',
    1,
    '0.12345678901234567',
    `allowed: a number whose double has the same digits. ${doubles} Write 0.12345678901234566, or fewer digits.`,
  ],
])('the number in %s is refused', (operand, index, shown, rest) => {
  expect(refusal(() => eventPattern(`{"x":[{"numeric":${operand}}]}`))).toBe(
    `pattern.x[0].numeric[${index}] is ${shown}; ${rest}`,
  );
});

test('no number is refused that an object can hold', () => {
  fc.assert(
    fc.property(number, (value) => {
      expect(admits({ numeric: ['=', value] }, value)).toBe(true);
    }),
  );
});
