import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { refusal } from '../../helpers/refusal.ts';
import { allow, arn, failures, queued } from './queued.ts';
import type { Any } from './received.ts';

/** The same with a rule that invokes the function. */
function direct(change: (resources: Any) => void = () => undefined): Any {
  return queued((resources) => {
    resources.Rule.Properties.Targets[0].Arn = arn('Handler');
    resources.Permission = {
      Type: 'AWS::Lambda::Permission',
      Properties: { FunctionName: { Ref: 'Handler' }, Principal: 'events.amazonaws.com' },
    };
    for (const id of ['Queue', 'Policy', 'Mapping']) delete resources[id];
    change(resources);
  });
}

/** The findings of a template, as sentences. */
function findingsIn(template: Any): readonly string[] {
  const { findings } = deliveryTo(template, 'Handler');
  return findings.map(({ where, what, why, todo }) => `${where}: ${what}. ${why}. ${todo}`);
}

const deny = { ...allow, Effect: 'Deny' };

describe('a Deny in the policy of the queue', () => {
  test.each([
    ['without condition', deny],
    ['for every service', { ...deny, Principal: '*', Action: 'sqs:*' }],
    ['for this rule', { ...deny, Condition: { ArnEquals: { 'aws:SourceArn': arn('Rule') } } }],
  ])('%s stops the rule, though another statement allows it', (_, statement) => {
    const template = queued(({ Policy }) => Policy.Properties.PolicyDocument.Statement.push(statement));
    expect(findingsIn(template)).toEqual([
      'Policy: The policy Policy denies the rule Rule to send to the queue Queue. Nothing arrives, and no error is seen: a Deny overrides every Allow. Remove the Deny, or except events.amazonaws.com from it',
    ]);
  });

  test.each([
    ['for unencrypted connections', { ...deny, Principal: '*', Condition: { Bool: { 'aws:SecureTransport': false } } }],
    [
      'for another rule',
      { ...deny, Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-central-1:1:rule/x' } } },
    ],
    ['for another service', { ...deny, Principal: { Service: 's3.amazonaws.com' } }],
    ['of another action', { ...deny, Action: 'sqs:DeleteMessage' }],
  ])('%s does not stop it', (_, statement) => {
    const template = queued(({ Policy }) => Policy.Properties.PolicyDocument.Statement.push(statement));
    expect(findingsIn(template)).toEqual([]);
  });
});

describe('a permission holds for the ARN that it names:', () => {
  const withAlias = (target: unknown, permitted: unknown): Any =>
    direct((resources) => {
      resources.Alias = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Handler' }, Name: 'live' } };
      resources.Version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Handler' } } };
      resources.Rule.Properties.Targets[0].Arn = target;
      resources.Permission.Properties.FunctionName = permitted;
    });
  const sub = (end: string) => ({ 'Fn::Sub': ['$', '{Handler.Arn}', end].join('') });
  const alias = { Ref: 'Alias' };

  test.each([
    ['of an alias', alias, alias],
    ['of an alias by its name', alias, sub(':live')],
    ['of a version', { Ref: 'Version' }, { Ref: 'Version' }],
    ['of the function', arn('Handler'), { Ref: 'Handler' }],
    ['of the newest code', sub(':$LATEST'), { Ref: 'Handler' }],
  ])('that %s suffices', (_, target, permitted) => {
    expect(findingsIn(withAlias(target, permitted))).toEqual([]);
  });

  test.each([
    ['an alias', alias, { Ref: 'Handler' }, 'Handler:live', 'the function Handler without alias'],
    ['the function', arn('Handler'), alias, 'the function Handler without alias', 'Handler:live'],
    ['another alias', sub(':beta'), alias, 'Handler:beta', 'Handler:live'],
  ])('%s needs its own', (_, target, permitted, needed, given) => {
    expect(findingsIn(withAlias(target, permitted))).toEqual([
      `Handler: Nothing permits the rule Rule to invoke ${needed}: its permission is for ${given}. Nothing arrives, and no error is seen. Add AWS::Lambda::Permission that allows events.amazonaws.com lambda:InvokeFunction at ${needed}, or send to ${given}`,
    ]);
  });

  test('a version without known number may be the one of the permission', () => {
    const { findings, advice } = deliveryTo(withAlias({ Ref: 'Version' }, sub(':3')), 'Handler');
    expect(findings).toEqual([]);
    expect(advice.map(({ what }) => what)).toEqual([
      'Whether the rule Rule may send to the function Handler is unknown: the template does not decide its permission',
    ]);
  });

  test('SAM sends to the alias that it publishes', () => {
    const template = withAlias({ Ref: 'Handler.Alias' }, { Ref: 'Handler' });
    template.Resources.Handler = {
      Type: 'AWS::Serverless::Function',
      Properties: { AutoPublishAlias: 'prod', DeadLetterQueue: { TargetArn: failures } },
    };
    expect(findingsIn(template)[0]).toContain(
      'to invoke Handler:prod: its permission is for the function Handler without alias',
    );
  });
});

describe('settings of asynchronous calls hold for the version or the alias that they name:', () => {
  const alias = { Ref: 'Alias' };
  const configured = (target: unknown, qualifier: unknown): Any =>
    direct((resources) => {
      resources.Alias = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Handler' }, Name: 'live' } };
      resources.Handler.Properties = {};
      resources.Rule.Properties.Targets[0].Arn = target;
      resources.Permission.Properties.FunctionName = target;
      const settings = { MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: failures } } };
      resources.Config = {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: { Ref: 'Handler' }, Qualifier: qualifier, ...settings },
      };
    });
  const read = (template: Any) => {
    const { findings, settings } = deliveryTo(template, 'Handler');
    return [findings.map(({ what }) => what), settings.maximumRetryAttempts, settings.deadLetterQueue];
  };

  test.each([
    ['the function', arn('Handler'), '$LATEST'],
    ['an alias', alias, 'live'],
    ['an alias by a reference', alias, { 'Fn::GetAtt': ['Alias', 'Name'] }],
    ['one that nobody knows', alias, { Ref: 'AWS::StackName' }],
  ])('%s', (_, target, qualifier) => {
    expect(read(configured(target, qualifier))).toEqual([[], 0, true]);
  });

  test.each([
    ['the function has not those of an alias', arn('Handler'), 'live'],
    ['an alias has not those of the function', alias, '$LATEST'],
    ['an alias has not those of another', alias, 'beta'],
  ])('%s', (_, target, qualifier) => {
    const lost = 'The function Handler has no dead-letter queue';
    expect(read(configured(target, qualifier))).toEqual([[lost], undefined, false]);
  });

  test.each([[undefined], ['live']])('SAM names the alias that it publishes: %j', (published) => {
    const Events = { Cases: { Type: 'EventBridgeRule', Properties: { Pattern: { source: ['aws.cases'] } } } };
    const EventInvokeConfig = { MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: failures } } };
    const Properties = { AutoPublishAlias: published, EventInvokeConfig, Events };
    const Handler = { Type: 'AWS::Serverless::Function', Properties };
    expect(read({ Resources: { Handler } })).toEqual([[], 1, true]);
  });
});

describe('a reference that is no ARN', () => {
  const why = 'AWS refuses it, and here it counts as the ARN';

  test.each([
    [
      'of a target',
      ({ Rule }: Any) => {
        Rule.Properties.Targets[0].Arn = { Ref: 'Queue' };
      },
      'Rule.Targets[0].Arn',
    ],
    [
      'of a mapping',
      ({ Mapping }: Any) => {
        Mapping.Properties.EventSourceArn = { Ref: 'Queue' };
      },
      'Mapping.EventSourceArn',
    ],
  ])('%s is named', (_, change, where) => {
    expect(findingsIn(queued(change))).toEqual([
      `${where}: ${where} is the URL of Queue, and no ARN. ${why}. Write !GetAtt Queue.Arn in place of !Ref Queue`,
    ]);
  });

  test('of a function as the target is named', () => {
    const template = direct(({ Rule }) => {
      Rule.Properties.Targets[0].Arn = { Ref: 'Handler' };
    });
    expect(findingsIn(template)).toEqual([
      `Rule.Targets[0].Arn: Rule.Targets[0].Arn is the name of Handler, and no ARN. ${why}. Write !GetAtt Handler.Arn in place of !Ref Handler`,
    ]);
  });
});

describe('a target', () => {
  const stream = (resources: Any): void => {
    resources.Queue = { Type: 'AWS::Kinesis::Stream', Properties: {} };
    delete resources.Policy;
    Object.assign(resources.Mapping.Properties, { DestinationConfig: { OnFailure: { Destination: failures } } });
  };

  test('that is a Kinesis stream needs a role', () => {
    expect(findingsIn(queued(stream))).toEqual([
      'Rule.Targets[0].RoleArn: The target Rule.Targets[0] is a stream, and has no role. EventBridge cannot send to the stream. Add RoleArn with a role that may put records into Queue',
    ]);
    const template = queued(stream);
    template.Resources.Rule.Properties.Targets[0].RoleArn = 'arn:aws:iam::444455556666:role/put';
    expect(findingsIn(template)).toEqual([]);
  });

  test('that is a Firehose stream needs a role', () => {
    const Processors = [
      { Type: 'Lambda', Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: arn('Handler') }] },
    ];
    const template = direct((resources) => {
      resources.Stream = {
        Type: 'AWS::KinesisFirehose::DeliveryStream',
        Properties: { ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Processors } } },
      };
      resources.Rule.Properties.Targets[0].Arn = arn('Stream');
    });
    expect(findingsIn(template)).toEqual([
      'Rule.Targets[0].RoleArn: The target Rule.Targets[0] is a stream, and has no role. EventBridge cannot send to the stream. Add RoleArn with a role that may put records into Stream',
    ]);
  });

  test('may not be a FIFO topic', () => {
    const template = queued((resources) => {
      resources.Topic = { Type: 'AWS::SNS::Topic', Properties: { FifoTopic: true } };
      resources.Open = {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: { ...allow, Action: 'sns:Publish' } } },
      };
      resources.Subscription = {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue') },
      };
      resources.Policy.Properties.PolicyDocument.Statement[0].Principal = '*';
      resources.Rule.Properties.Targets[0].Arn = { Ref: 'Topic' };
    });
    expect(findingsIn(template)).toEqual([
      'Topic.FifoTopic: The target Rule.Targets[0] is the FIFO topic Topic. EventBridge cannot send to a FIFO topic. Send to a standard topic, or to a FIFO queue',
    ]);
  });

  test('is one of at most five', () => {
    const template = (count: number): Any =>
      queued(({ Rule }) => {
        const others = Array.from({ length: count - 1 }, (_, index) => ({
          Id: `other${index}`,
          Arn: `arn:aws:logs:eu-central-1:1:log-group:${index}`,
        }));
        Rule.Properties.Targets.push(...others);
      });
    expect(findingsIn(template(5))).toEqual([]);
    expect(findingsIn(template(6))).toEqual([
      'Rule.Targets: The rule Rule has 6 targets. EventBridge refuses the rule. Leave 5 targets, and give the others a rule of their own',
    ]);
  });
});

describe('the mapping of a queue', () => {
  const mapped = (properties: object): Any =>
    queued(({ Mapping }) => void Object.assign(Mapping.Properties, properties));

  test('with large batches needs a batching window', () => {
    expect(findingsIn(mapped({ BatchSize: 10 }))).toEqual([]);
    expect(findingsIn(mapped({ BatchSize: 11, MaximumBatchingWindowInSeconds: 1 }))).toEqual([]);
    expect(findingsIn(mapped({ BatchSize: 11 }))).toEqual([
      'Mapping.MaximumBatchingWindowInSeconds: The event source mapping Mapping has a BatchSize of 11 and no batching window. AWS refuses a mapping with more than 10 messages and no batching window. Set MaximumBatchingWindowInSeconds to at least 1',
    ]);
  });

  const filters = (...patterns: object[]) => ({
    FilterCriteria: { Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) },
  });
  const created = { detail: { eventType: ['CASE.CREATED'] } };

  test('with a filter on the event beside the body lets nothing through', () => {
    expect(findingsIn(mapped(filters({ body: created }, { attributes: { SenderId: ['a'] } })))).toEqual([]);
    expect(findingsIn(mapped(filters({ detail: [{ exists: false }] })))).toEqual([]);
    expect(findingsIn(mapped(filters(created)))).toEqual([
      'Mapping.FilterCriteria.Filters[0]: The filter 1 of the event source mapping Mapping looks at detail, which no record of a queue has. Nothing arrives: the event is in body. Write { "body": { "detail": … } }',
    ]);
    expect(findingsIn(mapped(filters({ body: created }, created)))).toEqual([
      'Mapping.FilterCriteria.Filters[1]: The filter 2 of the event source mapping Mapping looks at detail, which no record of a queue has. It lets no event through: the event is in body. Write { "body": { "detail": … } }',
    ]);
  });

  test('with filters that are no list is refused', () => {
    const refused = (FilterCriteria: unknown): string =>
      refusal(() => deliveryTo(mapped({ FilterCriteria }), 'Handler'));
    expect(refused({ Filters: 'x' })).toBe(
      'Mapping.FilterCriteria.Filters is "x"; allowed: a list of filters, or none.',
    );
    expect(refused({ Filters: { Pattern: '{}' } })).toContain('allowed: a list of filters, or none.');
    expect(refused([{ Pattern: '{}' }])).toContain('allowed: an object with Filters');
  });
});

describe('the key of an encrypted queue', () => {
  const locked = (policy: object | undefined, key: unknown = arn('Key')): Any =>
    queued((resources) => {
      resources.Queue.Properties.KmsMasterKeyId = key;
      resources.Key = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy } };
      resources.KeyAlias = {
        Type: 'AWS::KMS::Alias',
        Properties: { AliasName: 'alias/cases', TargetKeyId: { Ref: 'Key' } },
      };
    });
  const owner = {
    Effect: 'Allow',
    Action: 'kms:*',
    Principal: { AWS: 'arn:aws:iam::444455556666:root' },
    Resource: '*',
  };
  const events = { ...allow, Action: ['kms:GenerateDataKey*', 'kms:Decrypt'] };

  test.each([
    ['by its ARN', arn('Key')],
    ['by its id', { Ref: 'Key' }],
    ['by its alias', 'alias/cases'],
    ['by the alias in the template', { Ref: 'KeyAlias' }],
  ])('has to permit EventBridge: %s', (_, key) => {
    expect(findingsIn(locked({ Statement: [owner] }, key))).toEqual([
      'Queue.KmsMasterKeyId: The key Key of the queue Queue does not permit events.amazonaws.com to use it. Nothing arrives, and no error is seen. Use a customer managed key whose policy allows events.amazonaws.com kms:GenerateDataKey and kms:Decrypt',
    ]);
    expect(findingsIn(locked({ Statement: [owner, events] }, key))).toEqual([]);
  });

  test('that AWS manages permits no service', () => {
    expect(findingsIn(locked(undefined, 'alias/aws/sqs'))[0]).toContain(
      'The key alias/aws/sqs of the queue Queue does not permit',
    );
  });

  test('of another stack may permit it', () => {
    expect(findingsIn(locked(undefined, 'arn:aws:kms:eu-central-1:444455556666:key/1'))).toEqual([]);
  });
});

describe('the key of an encrypted topic', () => {
  const published = (key: unknown, policy?: object): Any =>
    direct((resources) => {
      resources.Rule.Properties.Targets[0].Arn = { Ref: 'Topic' };
      resources.Permission.Properties.Principal = 'sns.amazonaws.com';
      resources.Key = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: policy } };
      const Endpoint = arn('Handler');
      Object.assign(resources, {
        Topic: { Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: key } },
        Subscription: {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'lambda', Endpoint },
        },
        TopicPolicy: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: {
            Topics: [{ Ref: 'Topic' }],
            PolicyDocument: { Statement: [{ ...allow, Action: 'sns:Publish' }] },
          },
        },
      });
    });
  const using = (...Action: string[]) => ({ Statement: [{ ...allow, Action }] });

  test.each([
    ['of AWS, which permits no service', 'alias/aws/sns', undefined, 'alias/aws/sns'],
    ['for another service', arn('Key'), { Statement: [] }, 'Key'],
    ['for one of the two actions only', arn('Key'), using('kms:GenerateDataKey'), 'Key'],
  ])('%s', (_, key, policy, id) => {
    expect(findingsIn(published(key, policy))).toEqual([
      `Topic.KmsMasterKeyId: The key ${id} of the topic Topic does not permit events.amazonaws.com to use it. Nothing arrives, and no error is seen. Use a customer managed key whose policy allows events.amazonaws.com kms:GenerateDataKey and kms:Decrypt`,
    ]);
  });

  test('may permit EventBridge', () => {
    expect(findingsIn(published(arn('Key'), using('kms:GenerateDataKey*', 'kms:Decrypt')))).toEqual([]);
    expect(findingsIn(published(arn('Key'), using('kms:*')))).toEqual([]);
  });

  test('that the template does not decide is advice', () => {
    const { findings, advice } = deliveryTo(published('arn:aws:kms:eu-central-1:1:key/other'), 'Handler');
    expect(findings).toEqual([]);
    expect(advice.map(({ what, todo }) => `${what}. ${todo}`)).toEqual([
      'Whether events.amazonaws.com may use the key arn:aws:kms:eu-central-1:1:key/other of the topic Topic is unknown: the template does not decide its policy. Check that it allows events.amazonaws.com kms:GenerateDataKey and kms:Decrypt',
    ]);
  });
});

describe('the dead-letter queue', () => {
  const why = 'A message on which the function fails to the end is not kept. Name another queue, or correct this one';
  const named = (own: object, other: object | undefined) =>
    queued((resources) => {
      Object.assign(resources.Queue.Properties, own);
      resources.Queue.Properties.RedrivePolicy.deadLetterTargetArn = arn('Failures');
      resources.Rule.Properties.Targets[0].SqsParameters = { MessageGroupId: 'cases' };
      if (other !== undefined) resources.Failures = { Type: 'AWS::SQS::Queue', Properties: other };
    });
  const fifo = { FifoQueue: true, ContentBasedDeduplication: true };

  test.each([
    ['of another kind', fifo, {}, 'it is a standard queue, and Queue is a FIFO queue'],
    ['of the other kind', {}, fifo, 'it is a FIFO queue, and Queue is a standard queue'],
    [
      'that refuses it',
      {},
      { RedriveAllowPolicy: { redrivePermission: 'denyAll' } },
      'the redrive allow policy of Failures denies all',
    ],
    [
      'that refuses it by a text',
      {},
      { RedriveAllowPolicy: '{"redrivePermission":"denyAll"}' },
      'the redrive allow policy of Failures denies all',
    ],
  ])('%s is refused', (_, own, other, fault) => {
    expect(findingsIn(named(own, other))).toEqual([
      `Queue.RedrivePolicy: The dead-letter queue Failures of the queue Queue is refused: ${fault}. ${why}`,
    ]);
  });

  test('that the template does not have is refused', () => {
    const [finding] = findingsIn(named({}, undefined));
    expect(finding).toContain('of the queue Queue is refused: The template has no Failures.');
  });

  test.each([
    [{}, {}],
    [fifo, fifo],
    [{}, { RedriveAllowPolicy: { redrivePermission: 'allowAll' } }],
  ])('may be %j %j', (own, other) => {
    expect(findingsIn(named(own, other))).toEqual([]);
  });
});

test('a reserved concurrency of 0 stops the function', () => {
  const reserved = (most: unknown) =>
    queued(({ Handler }) => {
      Handler.Properties.ReservedConcurrentExecutions = most;
    });
  expect(findingsIn(reserved('0'))).toEqual([
    'Handler.ReservedConcurrentExecutions: The function Handler has a reserved concurrency of 0. Lambda never invokes it. Remove ReservedConcurrentExecutions, or set it to at least 1',
  ]);
  expect(findingsIn(reserved(1))).toEqual([]);
});

test('what SAM makes of SqsSubscription is replaced, because it takes no other properties', () => {
  const Events = { Cases: { Type: 'SNS', Properties: { Topic: { Ref: 'Topic' }, SqsSubscription: true } } };
  const template = queued((resources) => {
    for (const id of ['Queue', 'Policy', 'Mapping']) delete resources[id];
    resources.Rule.Properties.Targets[0].Arn = { Ref: 'Topic' };
    resources.Topic = { Type: 'AWS::SNS::Topic', Properties: {} };
    resources.TopicPolicy = {
      Type: 'AWS::SNS::TopicPolicy',
      Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: [{ ...allow, Action: 'sns:Publish' }] } },
    };
    resources.Handler = { Type: 'AWS::Serverless::Function', Properties: { Timeout: 3, Events } };
  });
  const todo =
    'SAM makes it of SqsSubscription, where no property sets this: define the queue, its policy and the subscription, and give the function an event of the type SQS';
  expect(deliveryTo(template, 'Handler').findings.map((one) => one.todo)).toEqual([
    `${todo} with FunctionResponseTypes: [ReportBatchItemFailures]`,
    todo,
  ]);
});
