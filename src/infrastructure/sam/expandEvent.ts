import { isMembers, type Members } from '../../../model/values/members.ts';
import type { Entry } from './entry.ts';
import { permit } from './permit.ts';

/** What SAM makes of one entry in the `Events` of a function. */
export function expandEvent(functionId: string, name: string, { Type, Properties }: Members): readonly Entry[] {
  const properties = isMembers(Properties) ? Properties : {};
  const id = `${functionId}${name}`;
  switch (Type) {
    case 'EventBridgeRule':
    case 'CloudWatchEvent':
      return expandRule(functionId, id, properties);
    case 'SQS':
      return [[id, makeMapping(functionId, properties, properties.Queue)]];
    case 'Kinesis':
      return [[id, makeMapping(functionId, properties, properties.Stream)]];
    case 'SNS':
      return expandTopic(functionId, id, properties);
    default:
      return [];
  }
}

function expandRule(functionId: string, id: string, properties: Members): readonly Entry[] {
  const { Pattern, EventBusName, RuleName, State, Enabled, Input, InputPath, InputTransformer } = properties;
  const target = { Arn: { 'Fn::GetAtt': [functionId, 'Arn'] }, Id: 'Target', Input, InputPath, InputTransformer };
  const state = State ?? (Enabled === false ? 'DISABLED' : undefined);
  const rule = {
    EventPattern: Pattern,
    EventBusName,
    Name: RuleName,
    State: state,
    Targets: [removeUndefined(target)],
  };
  return [
    [id, { Type: 'AWS::Events::Rule', Properties: removeUndefined(rule) }],
    permit(`${id}Permission`, { from: id, service: 'events.amazonaws.com', to: functionId, kind: 'function' }),
  ];
}

function makeMapping(functionId: string, properties: Members, source: unknown): Members {
  const { Queue: _, Stream: __, ...settings } = properties;
  return {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { ...settings, EventSourceArn: source, FunctionName: { Ref: functionId } },
  };
}

function expandTopic(functionId: string, id: string, properties: Members): readonly Entry[] {
  const { Topic, FilterPolicy, FilterPolicyScope, SqsSubscription } = properties;
  const subscribe = (protocol: string, endpoint: unknown): Entry => [
    id,
    {
      Type: 'AWS::SNS::Subscription',
      Properties: removeUndefined({
        TopicArn: Topic,
        Protocol: protocol,
        Endpoint: endpoint,
        FilterPolicy,
        FilterPolicyScope,
      }),
    },
  ];
  if (SqsSubscription === undefined || SqsSubscription === false) {
    const sender = { fromArn: Topic, service: 'sns.amazonaws.com', to: functionId, kind: 'function' } as const;
    return [subscribe('lambda', { 'Fn::GetAtt': [functionId, 'Arn'] }), permit(`${id}Permission`, sender)];
  }
  const {
    QueueArn,
    QueueUrl: _,
    QueuePolicyLogicalId: __,
    ...settings
  } = isMembers(SqsSubscription) ? SqsSubscription : ({} as Members);
  const queue = `${id}Queue`;
  const arn = QueueArn ?? { 'Fn::GetAtt': [queue, 'Arn'] };
  const made: readonly Entry[] =
    QueueArn === undefined
      ? [
          [queue, { Type: 'AWS::SQS::Queue', Properties: {} }],
          permit(`${id}QueuePolicy`, { fromArn: Topic, service: 'sns.amazonaws.com', to: queue, kind: 'queue' }),
        ]
      : [permitArn(`${id}QueuePolicy`, QueueArn, Topic)];
  return [...made, subscribe('sqs', arn), [`${id}EventSourceMapping`, makeMapping(functionId, settings, arn)]];
}

/** SAM gives a named queue a policy for the topic, too. */
function permitArn(id: string, queueArn: unknown, topic: unknown): Entry {
  const [, policy] = permit(id, { fromArn: topic, service: 'sns.amazonaws.com', to: '', kind: 'queue' });
  return [id, { ...policy, Properties: { ...(policy.Properties as Members), Queues: [queueArn] } }];
}

function removeUndefined(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
