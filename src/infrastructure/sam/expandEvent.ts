import { isMembers, type Members } from '../../../model/values/members.ts';
import type { Entry } from './entry.ts';
import { permit } from './permit.ts';

/** A function by its logical id, and that of the alias that SAM publishes: its events go there. */
export interface InvokedFunction {
  readonly id: string;
  readonly alias: string | undefined;
}

/** What SAM makes of one entry in the `Events` of a function. */
export function expandEvent(invoked: InvokedFunction, name: string, { Type, Properties }: Members): readonly Entry[] {
  const properties = isMembers(Properties) ? Properties : {};
  const id = `${invoked.id}${name}`;
  switch (Type) {
    case 'EventBridgeRule':
    case 'CloudWatchEvent':
      return expandRule(invoked, id, properties);
    case 'SQS':
      return [[id, makeMapping(invoked, properties, properties.Queue)]];
    case 'Kinesis':
      return [[id, makeMapping(invoked, properties, properties.Stream)]];
    case 'SNS':
      return expandTopic(invoked, id, properties);
    default:
      return [];
  }
}

function expandRule(invoked: InvokedFunction, id: string, properties: Members): readonly Entry[] {
  const { Pattern, EventBusName, RuleName, State, Enabled, Input, InputPath, InputTransformer } = properties;
  const target = { Arn: writeEnd(invoked), Id: 'Target', Input, InputPath, InputTransformer };
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
    permit(`${id}Permission`, {
      from: id,
      service: 'events.amazonaws.com',
      to: invoked.alias ?? invoked.id,
      kind: 'function',
    }),
  ];
}

function writeEnd({ id, alias }: InvokedFunction): Members {
  return alias === undefined ? { 'Fn::GetAtt': [id, 'Arn'] } : { Ref: alias };
}

function makeMapping(invoked: InvokedFunction, properties: Members, source: unknown): Members {
  const { Queue: _, Stream: __, ...settings } = properties;
  return {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { ...settings, EventSourceArn: source, FunctionName: { Ref: invoked.alias ?? invoked.id } },
  };
}

function expandTopic(invoked: InvokedFunction, id: string, properties: Members): readonly Entry[] {
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
    const sender = {
      fromArn: Topic,
      service: 'sns.amazonaws.com',
      to: invoked.alias ?? invoked.id,
      kind: 'function',
    } as const;
    return [subscribe('lambda', writeEnd(invoked)), permit(`${id}Permission`, sender)];
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
          [queue, { Type: 'AWS::SQS::Queue', MadeBySam: true, Properties: {} }],
          permit(`${id}QueuePolicy`, { fromArn: Topic, service: 'sns.amazonaws.com', to: queue, kind: 'queue' }),
        ]
      : [permitArn(`${id}QueuePolicy`, QueueArn, Topic)];
  return [
    ...made,
    subscribe('sqs', arn),
    [`${id}EventSourceMapping`, { ...makeMapping(invoked, settings, arn), MadeBySam: true }],
  ];
}

/** SAM gives a named queue a policy for the topic, too. */
function permitArn(id: string, queueArn: unknown, topic: unknown): Entry {
  const [, policy] = permit(id, { fromArn: topic, service: 'sns.amazonaws.com', to: '', kind: 'queue' });
  return [id, { ...policy, Properties: { ...(policy.Properties as Members), Queues: [queueArn] } }];
}

function removeUndefined(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
