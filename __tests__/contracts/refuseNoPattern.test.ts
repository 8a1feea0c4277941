import { refuseNoPattern } from '../../contracts/refuseNoPattern.ts';
import { refusal } from '../helpers/refusal.ts';

const pattern = { source: ['aws.cases'] };
const ALLOWED = 'allowed: an event pattern: an object, or its JSON as text.';

function reason(rule: unknown): string {
  return refusal(() => refuseNoPattern(rule));
}

test.each<[unknown, string]>([
  [{ EventPattern: pattern }, 'Give its EventPattern: options.rule.EventPattern.'],
  [{ Name: 'r', EventPattern: JSON.stringify(pattern) }, 'Give its EventPattern: options.rule.EventPattern.'],
  [
    { Type: 'x', Properties: { EventPattern: pattern } },
    'Give its EventPattern: options.rule.Properties.EventPattern.',
  ],
  [{ Type: 'EventBridgeRule', Properties: { Pattern: pattern } }, 'Give its Pattern: options.rule.Properties.Pattern.'],
  [{ event_pattern: JSON.stringify(pattern) }, 'Give its event_pattern: options.rule.event_pattern.'],
  [[pattern, { EventPattern: pattern }], 'Give its EventPattern: options.rule[1].EventPattern.'],
  [JSON.stringify({ EventPattern: pattern }), 'Give its EventPattern: JSON.parse(options.rule).EventPattern.'],
])('a whole rule is refused: %j', (rule, todo) => {
  expect(reason(rule)).toContain(
    `is an object around an event pattern; ${ALLOWED} Events have no such member. ${todo}`,
  );
});

test('event types are refused with the pattern to write', () => {
  expect(reason('CASE.CREATED')).toBe(
    `options.rule is "CASE.CREATED"; ${ALLOWED} This is an event type, and no pattern. Write { source: ['aws.cases'], detail: { eventType: ['CASE.CREATED'] } }.`,
  );
  expect(reason(['CASE.CREATED', 'RELATED_ITEM.CREATED'])).toContain(
    "options.rule[0] is \"CASE.CREATED\"; allowed: an event pattern: an object, or its JSON as text. This is an event type, and no pattern. Write { source: ['aws.cases'], detail: { eventType: ['CASE.CREATED', 'RELATED_ITEM.CREATED'] } }.",
  );
});

test('the name of a rule is refused', () => {
  expect(reason('MyRuleName')).toBe(
    `options.rule is "MyRuleName"; ${ALLOWED} This is no JSON, and the name of a rule does not tell its pattern. Take the rule from deliveryTo, or write its pattern, such as { source: ['aws.cases'] }.`,
  );
});

test.each<[unknown]>([[pattern], [[pattern]], [JSON.stringify(pattern)], [[]], ['{broken'], [''], [undefined], [7]])(
  'anything else is left to the pattern engine: %j',
  (rule) => {
    expect(() => refuseNoPattern(rule)).not.toThrow();
  },
);
