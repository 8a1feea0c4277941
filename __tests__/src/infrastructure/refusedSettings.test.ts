import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { surveyRoutes } from '../../../src/infrastructure/overview/surveyRoutes.ts';
import { readTemplate } from '../../../src/infrastructure/template/readTemplate.ts';
import { refusal } from '../../helpers/refusal.ts';
import type { Any } from './received.ts';

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** A rule to a queue, from which a function reads, with other properties of a resource. */
function changed(id: string, properties: object): Any {
  const Resources: Any = {
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: { source: ['aws.cases'] }, Targets: [{ Id: 'queue', Arn: arn('Inbox') }] },
    },
    Inbox: { Type: 'AWS::SQS::Queue', Properties: {} },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { EventSourceArn: arn('Inbox'), FunctionName: { Ref: 'Handler' } },
    },
    Handler: { Type: 'AWS::Lambda::Function', Properties: {} },
    Retries: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Handler' }, Qualifier: '$LATEST' },
    },
    Other: { Type: 'AWS::SQS::Queue', Properties: {} },
  };
  Object.assign(Resources[id].Properties, properties);
  return { Resources };
}

test.each<[string, object, string]>([
  [
    'Inbox',
    { RedrivePolicy: { maxReceiveCount: 'three' } },
    'the RedrivePolicy.maxReceiveCount of Inbox is "three"; allowed: a whole number from 1 to 1,000.',
  ],
  [
    'Inbox',
    { RedrivePolicy: { maxReceiveCount: 0 } },
    'the RedrivePolicy.maxReceiveCount of Inbox is 0; allowed: a whole number from 1 to 1,000.',
  ],
  [
    'Inbox',
    { RedrivePolicy: '{"maxReceiveCount":"0"}' },
    'the RedrivePolicy.maxReceiveCount of Inbox is "0"; allowed:',
  ],
  [
    'Inbox',
    { VisibilityTimeout: 43_201 },
    'the VisibilityTimeout of Inbox is 43201; allowed: a whole number from 0 to 43,200.',
  ],
  ['Inbox', { VisibilityTimeout: '30s' }, 'the VisibilityTimeout of Inbox is "30s"; allowed:'],
  ['Mapping', { BatchSize: 0 }, 'the BatchSize of Mapping is 0; allowed: a whole number from 1 to 10,000.'],
  ['Mapping', { BatchSize: 'ten' }, 'the BatchSize of Mapping is "ten"; allowed: a whole number from 1 to 10,000.'],
  ['Mapping', { BatchSize: 2.5 }, 'the BatchSize of Mapping is 2.5; allowed:'],
  [
    'Mapping',
    { MaximumBatchingWindowInSeconds: 301 },
    'the MaximumBatchingWindowInSeconds of Mapping is 301; allowed: a whole number from 0 to 300.',
  ],
  [
    'Mapping',
    { MaximumBatchingWindowInSeconds: true },
    'the MaximumBatchingWindowInSeconds of Mapping is true; allowed:',
  ],
  [
    'Mapping',
    { MaximumRetryAttempts: -2 },
    'the MaximumRetryAttempts of Mapping is -2; allowed: a whole number from -1 to 10,000.',
  ],
  ['Handler', { Timeout: 901 }, 'the Timeout of Handler is 901; allowed: a whole number from 1 to 900.'],
  ['Handler', { Timeout: '30 s' }, 'the Timeout of Handler is "30 s"; allowed:'],
  [
    'Retries',
    { MaximumRetryAttempts: 3 },
    'the MaximumRetryAttempts of Retries is 3; allowed: a whole number from 0 to 2.',
  ],
])('a number that AWS refuses is refused with its place: %s %j', (id, properties, message) => {
  expect(refusal(() => deliveryTo(changed(id, properties), 'Handler'))).toContain(message);
  expect(refusal(() => surveyRoutes(readTemplate(changed(id, properties)), exampleDomain))).toContain(message);
});

test.each<[string, object, string]>([
  [
    'Rule',
    { Targets: [{ Id: 'q', Arn: arn('Inbox'), RetryPolicy: { MaximumRetryAttempts: 186 } }] },
    'the RetryPolicy.MaximumRetryAttempts of Rule.Targets[0] is 186; allowed: a whole number from 0 to 185.',
  ],
  [
    'Rule',
    { Targets: [{ Id: 'q', Arn: arn('Inbox'), RetryPolicy: { MaximumEventAgeInSeconds: '1h' } }] },
    'the RetryPolicy.MaximumEventAgeInSeconds of Rule.Targets[0] is "1h"; allowed: a whole number from 60 to 86,400.',
  ],
])('retries of a target that AWS refuses are refused: %s %j', (id, properties, message) => {
  expect(refusal(() => deliveryTo(changed(id, properties), 'Handler'))).toContain(message);
});

test.each<[string, object]>([
  ['Inbox', { RedrivePolicy: { maxReceiveCount: '3' }, VisibilityTimeout: '0' }],
  ['Inbox', { RedrivePolicy: JSON.stringify({ maxReceiveCount: 1000 }), VisibilityTimeout: 43_200 }],
  ['Mapping', { BatchSize: '10', MaximumBatchingWindowInSeconds: 0, MaximumRetryAttempts: -1 }],
  ['Handler', { Timeout: 900 }],
  ['Retries', { MaximumRetryAttempts: 0 }],
  ['Other', { VisibilityTimeout: 'not on the way' }],
  ['Inbox', { VisibilityTimeout: { Ref: 'AWS::StackName' } }],
])('other numbers are taken, and those of other resources do not matter: %s %j', (id, properties) => {
  expect(() => deliveryTo(changed(id, properties), 'Handler')).not.toThrow();
});

test('numbers of a plan are refused, too', () => {
  const queue = (values: object) => ({
    planned_values: {
      root_module: {
        resources: [
          {
            address: 'aws_cloudwatch_event_rule.r',
            type: 'aws_cloudwatch_event_rule',
            values: { name: 'r', event_pattern: '{"source":["aws.cases"]}' },
          },
          {
            address: 'aws_cloudwatch_event_target.t',
            type: 'aws_cloudwatch_event_target',
            values: { rule: 'r', arn: 'arn:aws:lambda:eu-central-1:444455556666:function:f' },
          },
          { address: 'aws_lambda_function.f', type: 'aws_lambda_function', values: { function_name: 'f', ...values } },
        ],
      },
    },
  });
  expect(refusal(() => deliveryTo(queue({ timeout: 0 }), 'f'))).toContain(
    'the timeout of aws_lambda_function.f is 0; allowed: a whole number from 1 to 900.',
  );
  expect(() => deliveryTo(queue({ timeout: null }), 'f')).not.toThrow();
});

test.each<[string, object, string]>([
  [
    'Rule',
    { Targets: { Id: 'queue', Arn: arn('Inbox') } },
    'Rule.Targets is an object; allowed: a list of targets, such as [{ Id, Arn }].',
  ],
  ['Rule', { Targets: arn('Inbox') }, 'Rule.Targets is Inbox.Arn; allowed: a list of targets'],
  ['Rule', { Targets: ['queue'] }, 'Rule.Targets[0] is "queue"; allowed: a target with Id and Arn.'],
  [
    'Mapping',
    { FunctionResponseTypes: 'ReportBatchItemFailures' },
    'Mapping.FunctionResponseTypes is "ReportBatchItemFailures"; allowed: a list.',
  ],
])('what must be a list is refused with its place: %s %j', (id, properties, message) => {
  expect(refusal(() => deliveryTo(changed(id, properties), 'Handler'))).toContain(message);
});

test('targets that depend on a condition which nobody knows are named', () => {
  const template = changed('Rule', { Targets: { 'Fn::If': ['IsProd', [{ Id: 'q', Arn: arn('Inbox') }], []] } });
  template.Conditions = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
  template.Parameters = { Stage: { Type: 'String' } };
  expect(refusal(() => deliveryTo(template, 'Handler'))).toContain('{ parameters: { IsProd: … } }');
  expect(() => deliveryTo(template, 'Handler', { parameters: { Stage: 'prod' } })).not.toThrow();
});

test('an empty name of a template is refused as such', () => {
  for (const nothing of ['', '  '])
    expect(refusal(() => deliveryTo(nothing, 'Handler'))).toMatch(
      /^template is " *"; allowed: .*\. The name of a file is missing\.$/,
    );
});

describe('a given parameter', () => {
  const stage = (declared: object): Any => ({
    ...changed('Other', { Tags: [{ Ref: 'Stage' }] }),
    Parameters: { Stage: { Type: 'String', ...declared } },
  });
  const given = (declared: object, Stage: unknown) =>
    refusal(() => deliveryTo(stage(declared), 'Handler', { parameters: { Stage } }));

  test.each<[object, unknown, string]>([
    [
      { AllowedValues: ['dev', 'prod'] },
      'prd',
      'options.parameters.Stage is "prd"; allowed: "dev", "prod". Did you mean "prod"?',
    ],
    [
      { Type: 'CommaDelimitedList', AllowedValues: ['a', 'b'] },
      'a, c',
      'options.parameters.Stage is "c"; allowed: "a", "b".',
    ],
    [
      { Type: 'Number', MinValue: 1, MaxValue: 5 },
      '9',
      'options.parameters.Stage is "9"; allowed: a number from 1 to 5.',
    ],
    [{ Type: 'Number' }, 'many', 'options.parameters.Stage is "many"; allowed: a number.'],
    [
      { AllowedPattern: '[a-z]+' },
      'prod1',
      'options.parameters.Stage is "prod1"; allowed: a text that /[a-z]+/ matches as a whole.',
    ],
    [{ MinLength: 3, MaxLength: '4' }, 'p', 'options.parameters.Stage is "p"; allowed: a text of 3 to 4 characters.'],
  ])('that AWS refuses is refused: %j', (declared, value, message) => {
    expect(given(declared, value)).toContain(message);
  });

  test('that AWS takes is taken', () => {
    for (const [declared, Stage] of [
      [{ AllowedValues: ['dev', 'prod'] }, 'prod'],
      [{ Type: 'Number', AllowedValues: [1, 2] }, '2'],
      [{ Type: 'Number', MinValue: 1 }, 3],
      [{ AllowedPattern: '(?<!x)[a-z]+$' }, 'prod'],
      [{ AllowedPattern: '\\p{Alpha}++' }, 'prod'],
    ] as const)
      expect(() => deliveryTo(stage(declared), 'Handler', { parameters: { Stage } })).not.toThrow();
  });

  test('with an unknown name of one letter has no name that resembles it', () => {
    const message = refusal(() => deliveryTo(changed('Other', {}), 'Handler', { parameters: { x: 1 } }));
    expect(message).toContain('the parameter name in options.parameters is "x"');
    expect(message).not.toContain('Did you mean');
  });
});

test('an empty FilterPolicy lets every message through', () => {
  const template = changed('Rule', { Targets: [{ Id: 'topic', Arn: { Ref: 'Topic' } }] });
  Object.assign(template.Resources, {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Subscription: {
      Type: 'AWS::SNS::Subscription',
      Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Inbox'), FilterPolicy: {} },
    },
  });
  const whereOf = () => deliveryTo(template, 'Handler').findings.map(({ where }) => where);
  expect(whereOf()).not.toContain('Subscription.FilterPolicy');
  template.Resources.Subscription.Properties.FilterPolicy = '{}';
  expect(whereOf()).not.toContain('Subscription.FilterPolicy');
  template.Resources.Subscription.Properties.FilterPolicy = { x: ['y'] };
  expect(whereOf().join()).toContain('Subscription.FilterPolicy');
});
