import { deliveryTo } from '../../../../src/infrastructure/index.ts';
import { refusal } from '../../../helpers/refusal.ts';
import { arn, sub } from '../queued.ts';
import type { Any } from '../received.ts';

/** What every stack of the CDK has, with its own content. */
const ofEach = (analytics: string) => ({
  CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: analytics } },
  LogRetention: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: analytics } },
});

/** A stack with the rule and the queue, and one with the function. */
function makeStacks(exported: unknown = 'queue', imported: unknown = 'queue'): [Any, Any] {
  const queues = {
    Parameters: { Stage: { Type: 'String', Default: 'dev', Description: 'of the queues' } },
    Resources: {
      ...ofEach('a'),
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { EventPattern: { source: ['aws.cases'] }, Targets: [{ Id: 'queue', Arn: arn('Queue') }] },
      },
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          QueueName: sub('#{Stage}-queue'),
          RedrivePolicy: { deadLetterTargetArn: arn('DLQ'), maxReceiveCount: 3 },
        },
      },
      DLQ: { Type: 'AWS::SQS::Queue', Properties: {} },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: {
          Queues: [{ Ref: 'Queue' }],
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: arn('Queue') }],
          },
        },
      },
    },
    Outputs: { Queue: { Value: arn('Queue'), Export: { Name: exported } } },
  };
  const functions = {
    Parameters: { Stage: { Type: 'String', Default: 'prod' } },
    Resources: {
      ...ofEach('b'),
      DLQ: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 1 } },
      Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'DLQ' }], PolicyDocument: {} } },
      Handler: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: sub('#{Stage}-titles') } },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::ImportValue': imported },
          FunctionName: { Ref: 'Handler' },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
        },
      },
    },
    Outputs: { Queue: { Value: 'of another meaning' } },
  };
  return [queues, functions];
}

const way = [['Rule', 'Queue', 'Mapping', 'Handler']];

test.each([
  ['the rule first', (stacks: [Any, Any]) => stacks],
  ['the function first', (stacks: [Any, Any]) => stacks.toReversed()],
  ['one of them twice', ([queues, functions]: [Any, Any]) => [queues, functions, structuredClone(queues)]],
])('each stack has ids, parameters and outputs of its own: %s', (_, order) => {
  const { ways, findings, settings } = deliveryTo(order(makeStacks()), 'prod-titles');
  expect(ways).toEqual(way);
  expect(findings).toEqual([]);
  expect(settings.maxReceiveCount).toBe(3);
});

test('an id of two stacks on the way has the name of its stack', () => {
  const [queues, functions] = makeStacks();
  functions.Resources.Queue = { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 1 } };
  const { ways, findings } = deliveryTo([queues, functions], 'Handler');
  expect(ways).toEqual([['Rule', 'Queue@1', 'Mapping', 'Handler']]);
  expect(findings).toEqual([]);
});

test('a function that two stacks have is asked for with the name of its stack', () => {
  const [queues, functions] = makeStacks();
  queues.Resources.Handler = { Type: 'AWS::Lambda::Function', Properties: {} };
  expect(refusal(() => deliveryTo([queues, functions], 'Handler'))).toBe(
    'functionId is "Handler"; allowed: "Handler@1" (Handler), "Handler@2" (prod-titles). 2 functions have this name.',
  );
  expect(deliveryTo([queues, functions], 'Handler@2').ways).toEqual([['Rule', 'Queue', 'Mapping', 'Handler@2']]);
});

describe('an import finds its export', () => {
  const own = sub('#{AWS::StackName}-queue');

  test('whose name is as unknown', () => {
    const stacks = makeStacks(sub('#{Prefix}-queue'), sub('#{Prefix}-queue'));
    for (const stack of stacks) stack.Parameters.Prefix = { Type: 'String' };
    expect(deliveryTo(stacks, 'Handler').ways).toEqual(way);
  });

  test('if only the name of its stack is unknown', () => {
    expect(deliveryTo(makeStacks(own, 'infra-queue'), 'Handler').ways).toEqual(way);
  });

  test('by the name of the stack, which another stack has not', () => {
    const stacks = makeStacks(own, own);
    expect(() => deliveryTo(stacks, 'Handler')).toThrow(
      "write deliveryTo(template, functionId, { parameters: { 'AWS::StackName@2': … } })",
    );
    const parameters = { 'AWS::StackName': 'infra', 'AWS::StackName@2': 'app' };
    expect(() => deliveryTo(stacks, 'Handler', { parameters })).toThrow('no rule of the template leads');
  });

  test('or the parameter that would decide it is named', () => {
    const stacks = makeStacks(own, sub('#{Infra}-queue'));
    stacks[1].Parameters.Infra = { Type: 'String' };
    expect(refusal(() => deliveryTo(stacks, 'Handler'))).toBe(
      'functionId is Handler, to which no rule of the template leads; allowed: a function behind a rule for the source aws.cases. Its rules and where they lead: Rule → Queue. Its event source mappings: #{Infra-queue} → Handler. If the way leads through what is unknown there, write deliveryTo(template, functionId, { parameters: { Infra: … } }).'.replaceAll(
        '#',
        '$',
      ),
    );
    expect(deliveryTo(stacks, 'Handler', { parameters: { Infra: 'infra' } }).ways).toEqual(way);
  });
});
