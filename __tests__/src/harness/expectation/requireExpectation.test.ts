import { requireExpectation } from '../../../../src/harness/expectation/requireExpectation.ts';
import { refusal } from '../../../helpers/refusal.ts';

const advice = 'Write expect: (outcome, event) => { … }, with your assertions in it: it is called after each event.';

test.each<[string, unknown, unknown, string]>([
  ['a value', 5, undefined, `options.expect is 5; allowed: a function that throws if an outcome is wrong. ${advice}`],
  [
    'a promise',
    Promise.resolve(),
    undefined,
    'options.expect is a promise; allowed: a function that throws if an outcome is wrong. You called the function once, and passed its result. Write expect: theFunction, without parentheses behind it, or expect: (outcome, event) => … with the call in it.',
  ],
  [
    'an observe that is no function',
    () => true,
    [],
    'options.observe is a list of 0; allowed: a function that returns what the handler has stored.',
  ],
  [
    'an observe that nobody looks at',
    undefined,
    () => [],
    'options.observe is a function; allowed: nothing, without options.expect. Only expect looks at what it returns. Add expect: ({ observed }, event) => { … }, or give observe to verifyDelivery.',
  ],
])('%s is refused', (_, expectation, observe, message) => {
  expect(refusal(() => requireExpectation(expectation, observe))).toContain(message);
});

test('none, one alone, and one with observe are accepted', () => {
  requireExpectation(undefined, undefined);
  requireExpectation(() => true, undefined);
  requireExpectation(
    () => true,
    () => [],
  );
});
