import { compileRule } from '../../../../../model/rule/rule.ts';
import { narrowRule } from '../../../../../src/harness/rule/disagreement/narrowRule.ts';

const rule = compileRule('rule', { source: ['aws.cases'] });
const userArn = ['detail', 'performedBy', 'user', 'userArn'];
const customEntity = ['detail', 'performedBy', 'user', 'customEntity'];

function eventBy(performedBy: object, source = 'aws.cases'): object {
  return { source, detail: { performedBy } };
}

const byAgent = eventBy({ user: { userArn: 'arn' } });
const bySystem = eventBy({ user: { customEntity: 'crm' } });
const byNobody = eventBy({ iamPrincipalArn: 'arn' });

test('a demand lets through what has all its values, of the events that the rule delivers', () => {
  const narrowed = narrowRule(rule, [[{ at: userArn, exists: true }]]);
  expect([byAgent, bySystem, byNobody].map((event) => narrowed.matches(event))).toEqual([true, false, false]);
  expect(narrowed.matches(eventBy({ user: { userArn: 'arn' } }, 'aws.connect'))).toBe(false);
});

test('a demand may ask for the absence of several values', () => {
  const absent = [userArn, customEntity].map((at) => ({ at, exists: false }));
  const narrowed = narrowRule(rule, [absent]);
  expect([byAgent, bySystem, byNobody].map((event) => narrowed.matches(event))).toEqual([false, false, true]);
});

test('one of several demands suffices', () => {
  const narrowed = narrowRule(
    rule,
    [userArn, customEntity].map((at) => [{ at, exists: true }]),
  );
  expect([byAgent, bySystem, byNobody].map((event) => narrowed.matches(event))).toEqual([true, true, false]);
});
