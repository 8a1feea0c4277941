import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { arn, queued } from './queued.ts';
import type { Any } from './received.ts';

const On = { Ref: 'On' };

/** A rule, a queue and a function with a parameter that nobody decides. */
function undecided(change: (resources: Any) => void = () => undefined): Any {
  return { Parameters: { On: { Type: 'String' } }, ...queued(change) };
}

/** A rule to a Firehose stream whose processing may be disabled. */
const transformed = undecided((resources) => {
  const Parameters = [{ ParameterName: 'LambdaArn', ParameterValue: arn('Handler') }];
  const ProcessingConfiguration = { Enabled: On, Processors: [{ Type: 'Lambda', Parameters }] };
  resources.Rule.Properties.Targets[0].RoleArn = 'arn:aws:iam::1:role/a';
  for (const id of ['Mapping', 'Policy']) delete resources[id];
  resources.Queue = {
    Type: 'AWS::KinesisFirehose::DeliveryStream',
    Properties: { ExtendedS3DestinationConfiguration: { ProcessingConfiguration } },
  };
});

test.each([
  [
    'the event bus',
    undecided(({ Rule }) => {
      Rule.Properties.EventBusName = On;
    }),
    'Rule.EventBusName: Whether the rule Rule is on the default event bus',
  ],
  [
    'the state of the mapping',
    undecided(({ Mapping }) => {
      Mapping.Properties.Enabled = On;
    }),
    'Mapping.Enabled: Whether the event source mapping Mapping is enabled',
  ],
  [
    'the deduplication of a FIFO queue',
    undecided(({ Queue, Rule }) => {
      Object.assign(Queue.Properties, { FifoQueue: true, ContentBasedDeduplication: On });
      Rule.Properties.Targets[0].SqsParameters = { MessageGroupId: 'cases' };
    }),
    'Queue.ContentBasedDeduplication: Whether the FIFO queue Queue deduplicates by content',
  ],
  [
    'the processing of a Firehose stream',
    transformed,
    'Queue.ProcessingConfiguration.Enabled: Whether the delivery stream Queue has its processing enabled',
  ],
])('a setting that the template does not decide is advice: %s', (_, template, what) => {
  const { findings, advice } = deliveryTo(template, 'Handler');
  expect(findings).toEqual([]);
  expect(advice.map((one) => `${one.where}: ${one.what}. ${one.why}. ${one.todo}`)).toEqual([
    `${what} is unknown: it depends on On. The parameter On has no default. Otherwise nothing arrives. Write deliveryTo(template, functionId, { parameters: { On: … } })`,
  ]);
});

describe('a macro', () => {
  const made =
    'is not read. What it makes of the template is unknown. Give the template that aws cloudformation get-template --template-stage Processed prints';
  const read = (template: Any) => {
    const { findings, advice } = deliveryTo(template, 'Handler');
    return [findings, advice.map(({ what, why, todo }) => `${what}. ${why}. ${todo}`)];
  };

  test.each([[['Mine', 'AWS::Serverless-2016-10-31']], ['Mine'], [{ Name: 'Mine' }]])('is said: %j', (Transform) => {
    const template = { ...undecided(), Transform };
    expect(read(template)).toEqual([[], [`The template has the macro Mine, which ${made}`]]);
  });

  test('may make the permission that is missing', () => {
    const template = undecided((resources) => {
      delete resources.Policy;
      resources['Fn::Transform'] = { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/policies.yaml' } };
    });
    expect(read(template)).toEqual([
      [],
      [
        'Whether the rule Rule may send to the queue Queue is unknown: the template does not decide its permission. Without permission nothing arrives, and no error is seen. Check that it allows events.amazonaws.com sqs:SendMessage',
        `The template has the macro Fn::Transform, which ${made}`,
      ],
    ]);
  });

  test.each(['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'])(
    'of AWS that changes no way is not said: %s',
    (Transform) => {
      expect(read({ ...undecided(), Transform })).toEqual([[], []]);
    },
  );
});

test('a nested stack is followed by the resources behind its outputs', () => {
  const parent = undecided((resources) => {
    for (const id of ['Queue', 'Policy']) delete resources[id];
    resources.Nested = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'queue.yaml' } };
    resources.Mapping.Properties.EventSourceArn = { 'Fn::GetAtt': ['Nested', 'Outputs.QueueArn'] };
    delete resources.Rule;
  });
  const nested = undecided((resources) => {
    for (const id of ['Mapping', 'Handler']) delete resources[id];
  });
  const stacks = [parent, nested];
  expect(() => deliveryTo(stacks, 'Handler')).toThrow(
    "The template has the nested stack Nested: give its template beside this one, and the id of the resource behind each output: parameters: { 'Nested.Outputs.QueueArn': '<id>' }",
  );
  const { ways } = deliveryTo(stacks, 'Handler', { parameters: { 'Nested.Outputs.QueueArn': 'Queue' } });
  expect(ways).toEqual([['Rule', 'Queue', 'Mapping', 'Handler']]);
});

test('an import without the rule asks for the other stack', () => {
  const template = undecided((resources) => {
    for (const id of ['Queue', 'Policy', 'Rule']) delete resources[id];
    resources.Mapping.Properties.EventSourceArn = { 'Fn::ImportValue': 'cases-queue' };
  });
  expect(() => deliveryTo(template, 'Handler')).toThrow(
    'The rule is in another stack, and so is cases-queue: give the templates of both, deliveryTo([template, other], functionId).',
  );
});
