import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { refusal } from '../../helpers/refusal.ts';
import type { Any } from './received.ts';

/** A SAM template without fault, with more properties for its event, its queue or its rule. */
function templateOf({ event = {}, queue = {}, rule = {}, target = {}, own = {} }: Record<string, object> = {}): Any {
  return {
    Transform: 'AWS::Serverless-2016-10-31',
    Resources: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { source: ['aws.cases'] },
          Targets: [{ Id: 'queue', Arn: { 'Fn::GetAtt': 'Inbox.Arn' }, ...target }],
          ...rule,
        },
      },
      Inbox: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          VisibilityTimeout: 180,
          RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:eu-central-1:1:failures', maxReceiveCount: 3 },
          ...queue,
        },
      },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'Inbox' }],
          PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage' }] },
        },
      },
      Handler: {
        Type: 'AWS::Serverless::Function',
        Properties: {
          Timeout: 30,
          ...own,
          Events: {
            Queue: {
              Type: 'SQS',
              Properties: {
                Queue: { 'Fn::GetAtt': 'Inbox.Arn' },
                FunctionResponseTypes: ['ReportBatchItemFailures'],
                ...event,
              },
            },
          },
        },
      },
    },
  };
}

/** The findings of a template, as sentences. */
function findingsIn(parts: Record<string, object>): readonly string[] {
  const { findings } = deliveryTo(templateOf(parts), 'Handler');
  return findings.map(({ where, what, why, todo }) => `${where}: ${what}. ${why}. ${todo}`);
}

test.each([
  ['an event of SAM', { event: { BatchSze: 5 } }, 'HandlerQueue.BatchSze', 'BatchSize'],
  [
    'filters',
    { event: { FilterCriteria: { Filters: [], Filtes: [] } } },
    'HandlerQueue.FilterCriteria.Filtes',
    'Filters',
  ],
  ['a queue', { queue: { VisibiltyTimeout: 1 } }, 'Inbox.VisibiltyTimeout', 'VisibilityTimeout'],
  ['a rule', { rule: { EventBussName: 'default' } }, 'Rule.EventBussName', 'EventBusName'],
  ['a target', { target: { InputPth: '$.detail' } }, 'Rule.Targets[0].InputPth', 'InputPath'],
  ['a function', { own: { Timeuot: 3 } }, 'Handler.Timeuot', 'Timeout'],
])('a misspelt property of %s is named, with the property that it resembles', (_, parts, where, near) => {
  expect(findingsIn(parts)).toEqual([
    `${where}: ${where.split('.')[0]} has no property ${where.split('.').at(-1)}. CloudFormation refuses it, and here it counts as absent. Did you mean ${near}?`,
  ]);
});

/** A function of SAM with one event. */
function templateOfEvent(event: object, own: object = {}): Any {
  const Properties = { DeadLetterQueue: { TargetArn: 'arn' }, Events: { Cases: event }, ...own };
  return { Resources: { Handler: { Type: 'AWS::Serverless::Function', Properties } } };
}

const Pattern = { source: ['aws.cases'] };

test.each([
  ['InputPth', 'InputPath', { InputPth: '$.detail' }],
  ['Inputpath', 'InputPath', { Inputpath: '$.detail' }],
  ['Stat', 'State', { Stat: 'DISABLED' }],
])('a misspelt property of an event rule of SAM is named: %s', (name, near, properties) => {
  const { findings } = deliveryTo(
    templateOfEvent({ Type: 'EventBridgeRule', Properties: { Pattern, ...properties } }),
    'Handler',
  );
  expect(findings.map(({ where, what, todo }) => `${where}: ${what}. ${todo}`)).toEqual([
    `Handler.Events.Cases.${name}: Handler has no property ${name}. Did you mean ${near}?`,
  ]);
});

describe('a function that nothing reaches because of a misspelt name', () => {
  const refusedBy = (template: Any) => refusal(() => deliveryTo(template, 'Handler'));

  test.each([
    [
      'the pattern',
      ({ Rule }: Any) => rename(Rule.Properties, 'EventPattern', 'Eventpattern'),
      'Rule has no property Eventpattern. Did you mean EventPattern?',
    ],
    [
      'the targets',
      ({ Rule }: Any) => rename(Rule.Properties, 'Targets', 'Target'),
      'Rule has no property Target. Did you mean Targets?',
    ],
    [
      'the type',
      ({ Rule }: Any) => {
        Rule.Type = 'AWS::Event::Rule';
      },
      'Rule has the type AWS::Event::Rule, which is not known. Did you mean AWS::Events::Rule?',
    ],
    [
      'the events',
      ({ Handler }: Any) => rename(Handler.Properties, 'Events', 'Event'),
      'Handler has no property Event. Did you mean Events?',
    ],
    [
      'the properties',
      ({ Handler }: Any) => rename(Handler, 'Properties', 'Propertes'),
      'Handler has no property Propertes. Did you mean Properties?',
    ],
    [
      'the type of the function',
      ({ Handler }: Any) => {
        Handler.Type = 'AWS::Serverles::Function';
      },
      'The template has no Lambda function. Handler has the type AWS::Serverles::Function, which is not known. Did you mean AWS::Serverless::Function?',
    ],
  ])('names it: %s', (_, change, hint) => {
    const template = templateOf();
    change(template.Resources);
    expect(refusedBy(template)).toContain(hint);
  });

  test.each([
    [
      { Type: 'EventBridgeRule', Properties: { EventPattern: Pattern } },
      'Handler has no property EventPattern',
      'Pattern',
    ],
    [
      { Type: 'EventbridgeRule', Properties: { Pattern } },
      'has the type EventbridgeRule, which is not known',
      'EventBridgeRule',
    ],
  ])('names it in an event of SAM: %j', (event, fault, near) => {
    const message = refusedBy(templateOfEvent(event));
    expect(message).toContain(fault.replace('Handler', 'Handler.Events.Cases'));
    expect(message).toContain(`Did you mean ${near}?`);
  });

  function rename(members: Any, name: string, other: string): void {
    members[other] = members[name];
    delete members[name];
  }
});

test.each([
  ['deadLetterTargetArn', { DeadLetterTargetArn: 'arn', maxReceiveCount: 3 }],
  ['maxReceiveCount', { deadLetterTargetArn: 'arn', maxReceiveCounts: 3 }],
])('a redrive policy with a misspelt name counts as none: %s', (near, RedrivePolicy) => {
  const { findings, settings } = deliveryTo(templateOf({ queue: { RedrivePolicy } }), 'Handler');
  expect(findings.map(({ what, todo }) => `${what}. ${todo}`)).toEqual([
    expect.stringContaining(`Did you mean ${near}?`),
    'The queue Inbox has no dead-letter queue. Add RedrivePolicy with deadLetterTargetArn and maxReceiveCount',
  ]);
  expect(settings.deadLetterQueue).toBe(false);
});

test('a property that resembles no other is not named', () => {
  expect(findingsIn({ event: { Shoes: 1 }, queue: { Tags: [] }, own: { MemorySize: 128, CodeUri: '.' } })).toEqual([]);
});

test('a missing ReportBatchItemFailures comes with what stands there', () => {
  const [finding] = findingsIn({ event: { FunctionResponseTypes: ['ReportBatchItemFailure'] } });
  expect(finding).toContain('HandlerQueue has no ReportBatchItemFailures, but "ReportBatchItemFailure".');
  const found = findingsIn({
    event: { FunctionResponseTypes: undefined, FunctionResponseType: ['ReportBatchItemFailures'] },
  });
  expect(found.map((text) => text.slice(0, 90))).toEqual([
    'HandlerQueue.FunctionResponseType: HandlerQueue has no property FunctionResponseType. Clou',
    'HandlerQueue.FunctionResponseTypes: The event source mapping HandlerQueue has no ReportBat',
  ]);
});

test.each([
  [
    'the state of a rule',
    { rule: { State: 'ENABLE' } },
    'the State of Rule is "ENABLE"; allowed: "ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", "DISABLED". Did you mean "ENABLED"?',
  ],
  [
    'a batch size',
    { event: { BatchSize: 'ten' } },
    'the BatchSize of HandlerQueue is "ten"; allowed: a whole number from 1 to 10,000',
  ],
])('a misspelt value is refused: %s', (_, parts, message) => {
  expect(refusal(() => deliveryTo(templateOf(parts), 'Handler'))).toContain(message);
});
