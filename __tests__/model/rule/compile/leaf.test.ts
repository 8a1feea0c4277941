import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { refusal } from '../../../helpers/refusal.ts';

test('one condition of a leaf suffices', () => {
  const pattern = eventPattern({ x: [{ prefix: 'a' }, 5, { exists: false }] });
  expect([{ x: 'ab' }, { x: 5 }, {}, { x: 'b' }].map(pattern.matches)).toEqual([true, true, true, false]);
});

const leaves =
  'AWS says: each leaf of an event pattern is a list of strings, numbers, true, false, null and operators: one of them suffices, and every leaf must match.';
const names =
  'allowed: one operator: "prefix", "suffix", "equals-ignore-case", "anything-but", "numeric", "exists", "cidr", "wildcard", "exactly".';

test.each([
  ['{"x":[]}', `pattern.x is []; allowed: a list of at least one value or operator. ${leaves}`],
  [
    '{"x":["a",["b"]]}',
    `pattern.x[1] is ["b"]; allowed: a string, a number, true, false, null or an operator. ${leaves}`,
  ],
  ['{"x":[{}]}', `pattern.x[0] is {}; ${names}`],
  [
    '{"x":[{"prefix":"a","prefix":"b"}]}',
    `pattern.x[0] is {"prefix":"a","prefix":"b"}; ${names} Write an object for each operator: one of them suffices. AWS has no "and" for one key.`,
  ],
  [
    '{"x":[{"prefx":"a"}]}',
    `pattern.x[0] is {"prefx":"a"}; ${names} AWS knows no operator "prefx". Did you mean "prefix"?`,
  ],
  [
    '{"x":[{"caseId":["a"]}]}',
    `pattern.x[0] is {"caseId":["a"]}; ${names} AWS knows no operator "caseId". Objects in a list are operators: write nested keys outside it.`,
  ],
])('%s is refused', (text, message) => {
  expect(refusal(() => eventPattern(text))).toBe(message);
});
