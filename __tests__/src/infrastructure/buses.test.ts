import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { surveyRoutes } from '../../../src/infrastructure/overview/surveyRoutes.ts';
import { readTemplate } from '../../../src/infrastructure/template/readTemplate.ts';
import { refusal } from '../../helpers/refusal.ts';
import type { Any } from './received.ts';

const source = ['aws.cases'];
const created = { source, detail: { eventType: ['CASE.CREATED'] } };

/** A rule that sends to a bus or to the function. */
function rule(EventPattern: object, to: string, more: object = {}): object {
  const Targets = [
    { Id: 'target', Arn: { 'Fn::GetAtt': [to, 'Arn'] }, RoleArn: 'arn:aws:iam::444455556666:role/send' },
  ];
  return { Type: 'AWS::Events::Rule', Properties: { EventPattern, Targets, ...more } };
}

/** A function behind a bus of its own, and rules that send there. */
function templateOf(rules: object): Any {
  const Failures = { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-central-1:444455556666:failures' } };
  return {
    Resources: {
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'cases' } },
      Second: { Type: 'AWS::Events::EventBus', Properties: { Name: 'second' } },
      Handler: { Type: 'AWS::Lambda::Function', Properties: Failures },
      ...rules,
    },
  };
}

const onBus = { EventBusName: { Ref: 'Bus' } };

test('an event reaches a rule on a bus only if it matches the rule that feeds the bus, too', () => {
  const template = templateOf({ Forward: rule(created, 'Bus'), Rule: rule({ source }, 'Handler', onBus) });
  const delivery = deliveryTo(template, 'Handler');
  expect(delivery.rule).toEqual(created);
  expect(delivery.ways).toEqual([['Forward', 'Bus', 'Rule', 'Handler']]);
  expect(delivery.findings).toEqual([]);
});

test('of two rules that feed a bus one suffices', () => {
  const deleted = { source, detail: { eventType: ['CASE.DELETED'] } };
  const rules = { One: rule(created, 'Bus'), Two: rule(deleted, 'Bus'), Rule: rule({ source }, 'Handler', onBus) };
  expect(deliveryTo(templateOf(rules), 'Handler').rule).toEqual([created, deleted]);
  expect(deliveryTo(templateOf(rules), 'Handler', { through: 'Two' }).rule).toEqual(deleted);
});

test('an event may pass several buses, also in a circle', () => {
  const rules = {
    First: rule({ source }, 'Bus'),
    Back: rule({ source }, 'Bus', { EventBusName: { Ref: 'Second' } }),
    Middle: rule({ 'detail-type': ['Amazon Connect Cases Change'] }, 'Second', onBus),
    Rule: rule(created, 'Handler', { EventBusName: { Ref: 'Second' } }),
  };
  const { rule: joined, ways } = deliveryTo(templateOf(rules), 'Handler', { through: 'First' });
  expect(joined).toEqual({ 'detail-type': ['Amazon Connect Cases Change'], ...created });
  expect(ways).toEqual([['First', 'Bus', 'Middle', 'Second', 'Rule', 'Handler']]);
});

test('a disabled rule before the bus stops everything, and its state narrows that of the row', () => {
  const ALL = 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  const stateOf = (State: string) =>
    deliveryTo(
      templateOf({
        Forward: rule(created, 'Bus', { State }),
        Rule: rule({ source }, 'Handler', { ...onBus, State: ALL }),
      }),
      'Handler',
    );
  expect(stateOf('ENABLED').state).toBe('ENABLED');
  expect(stateOf(ALL).state).toBe(ALL);
  const { state, findings } = stateOf('DISABLED');
  expect(state).toBe('DISABLED');
  expect(findings.map(({ where, what }) => `${where}: ${what}`)).toEqual([
    'Forward.State: The rule Forward is disabled',
  ]);
});

test('two rules in a row that no pattern can join are refused by their names, with what to write', () => {
  const forward = { source, detail: { eventType: [{ suffix: '.CREATED' }] } };
  const rules = {
    Forward: rule(forward, 'Bus'),
    Rule: rule({ detail: { eventType: [{ prefix: 'CASE.' }] } }, 'Handler', onBus),
  };
  expect(refusal(() => deliveryTo(templateOf(rules), 'Handler'))).toBe(
    'the EventPattern of Rule is {"detail":{"eventType":[{"prefix":"CASE."}]}}; allowed: one that makes a single pattern with that of Forward: {"source":["aws.cases"],"detail":{"eventType":[{"suffix":".CREATED"}]}}. Only events that Forward sends on reach the bus Bus, and this package finds no single pattern for what both ask in detail.eventType. Write all conditions on detail.eventType into one of the rules, or the same into both.',
  );
});

test('two rules in a row that no event matches are refused', () => {
  const rules = {
    Forward: rule(created, 'Bus'),
    Rule: rule({ detail: { eventType: ['CASE.DELETED'] } }, 'Handler', onBus),
  };
  expect(refusal(() => deliveryTo(templateOf(rules), 'Handler'))).toBe(
    'the EventPattern of Rule is {"detail":{"eventType":["CASE.DELETED"]}}; allowed: one that matches some event of Forward: {"source":["aws.cases"],"detail":{"eventType":["CASE.CREATED"]}}. Only events that Forward sends on reach the bus Bus, and no event matches both in detail.eventType: nothing arrives. Write the same detail.eventType into both rules, or only into one of them.',
  );
});

test('a rule that sends events of another source to the bus does not count', () => {
  const rules = { Forward: rule({ source: ['aws.s3'] }, 'Bus'), Rule: rule({ source }, 'Handler', onBus) };
  expect(refusal(() => deliveryTo(templateOf(rules), 'Handler'))).toContain('Forward');
});

test('the survey of routes plays both patterns, also where no pattern joins them', () => {
  const forward = { source, detail: { eventType: [{ suffix: '.CREATED' }] } };
  const rules = {
    Forward: rule(forward, 'Bus'),
    Rule: rule({ detail: { eventType: [{ prefix: 'CASE.' }] } }, 'Handler', onBus),
  };
  const { routes } = surveyRoutes(readTemplate(templateOf(rules)), exampleDomain);
  expect(routes.map(({ way }) => way)).toEqual([['Forward', 'Bus', 'Rule', 'Handler']]);
  expect(Object.entries(routes[0]?.events ?? {}).filter(([, outcome]) => outcome !== 'none')).toEqual([
    ['CASE.CREATED', 'all'],
    ['CASE.RELATED_ITEM.CREATED', 'all'],
  ]);
});
