import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { allow, arn, failures, queued, sub, write } from './queued.ts';
import type { Any } from './received.ts';

const ruleArn = (name: string) => sub(`arn:aws:events:#{AWS::Region}:#{AWS::AccountId}:rule/${name}`);

/** A rule, a queue and a function, with one statement in the policy of the queue. */
function permitted(statement: unknown, change: (template: Any) => void = () => undefined): Any {
  const template: Any = {
    Parameters: { Stage: { Type: 'String' }, Queues: { Type: 'CommaDelimitedList' } },
    Conditions: { Eu: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] } },
    ...queued((resources) => {
      resources.Policy.Properties.PolicyDocument.Statement = [statement];
      resources.Other = { Type: 'AWS::SQS::Queue', Properties: {} };
    }),
  };
  change(template);
  return template;
}

const when = (operator: string, value: unknown, key: string = 'aws:SourceArn') => ({
  ...allow,
  Condition: { [operator]: { [key]: value } },
});
const named = (name: unknown) => (template: Any) => {
  template.Resources.Rule.Properties.Name = name;
};

/** The findings and the advice of a template. */
function judged(template: Any, parameters: Any = {}): readonly [readonly string[], readonly string[]] {
  const { findings, advice } = deliveryTo(template, 'Handler', { parameters });
  return [findings.map(({ what }) => what), advice.map(({ what, todo }) => `${what}. ${todo}`)];
}

const nothing = 'Nothing permits the rule Rule to send to the queue Queue';
const open = (names: string) => [
  `Whether the rule Rule may send to the queue Queue is unknown: the template does not decide its permission. Check that it allows events.amazonaws.com sqs:SendMessage${names === '' ? '' : `. Write deliveryTo(template, functionId, { parameters: { ${names} } })`}`,
];

describe('a permission for the same text as the name of the rule suffices,', () => {
  test.each([
    ['with the name of the stack', '#{AWS::StackName}-cases'],
    ['with a parameter', '#{Stage}-cases'],
  ])('%s', (_, name) => {
    expect(judged(permitted(when('ArnEquals', ruleArn(name)), named(sub(name))))).toEqual([[], []]);
  });

  test('as for a function by the same name', () => {
    const template = permitted(allow, ({ Resources }) => {
      for (const id of ['Mapping', 'Policy']) delete Resources[id];
      Resources.Rule.Properties.Name = sub('#{Stage}-cases');
      Resources.Rule.Properties.Targets[0].Arn = arn('Handler');
      Resources.Handler.Properties = {
        FunctionName: sub('#{Stage}-titles'),
        DeadLetterConfig: { TargetArn: failures },
      };
      Resources.Permission = {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: sub('#{Stage}-titles'),
          Principal: 'events.amazonaws.com',
          SourceArn: ruleArn('#{Stage}-cases'),
        },
      };
    });
    expect(judged(template)).toEqual([[], []]);
    template.Resources.Permission.Properties.Action = 'lambda:GetFunction';
    expect(judged(template)).toEqual([['Nothing permits the rule Rule to send to the function Handler'], []]);
  });
});

describe('an undecided permission is no fault, but is said:', () => {
  const statementIf = { 'Fn::If': ['Eu', allow, { Ref: 'AWS::NoValue' }] };
  test.each([
    ['a known name for an unknown one', when('ArnEquals', ruleArn('cases')), named({ Ref: 'Stage' }), 'Stage: …'],
    ['an unknown name for a known one', when('ArnEquals', ruleArn('#{Stage}')), named('cases'), 'Stage: …'],
    ['a statement', statementIf, undefined, 'Eu: …'],
    [
      'all statements',
      allow,
      ({ Resources }: Any) => {
        Resources.Policy.Properties.PolicyDocument.Statement = { 'Fn::If': ['Eu', [allow], []] };
      },
      'Eu: …',
    ],
    ['an effect', { ...allow, Effect: { Ref: 'Stage' } }, undefined, 'Stage: …'],
    ['a principal', { ...allow, Principal: { 'Fn::If': ['Eu', '*', { AWS: '1' }] } }, undefined, 'Eu: …'],
    ['an action', { ...allow, Action: { Ref: 'Stage' } }, undefined, 'Stage: …'],
    ['a condition', { ...allow, Condition: { 'Fn::If': ['Eu', {}, { ArnEquals: {} }] } }, undefined, 'Eu: …'],
    ['a receiver', { ...allow, Resource: { Ref: 'Stage' } }, undefined, 'Stage: …'],
    ['an operator that compares otherwise', when('ArnNotLike', ruleArn('cases')), undefined, ''],
    [
      'a list of queues',
      allow,
      ({ Resources }: Any) => {
        Resources.Policy.Properties.Queues = { Ref: 'Queues' };
      },
      'Queues: …',
    ],
    [
      'a policy that may not exist',
      allow,
      ({ Resources }: Any) => {
        Resources.Policy.Condition = 'Eu';
      },
      'Eu: …',
    ],
  ])('%s', (_, statement, change, names) => {
    expect(judged(permitted(statement, change))).toEqual([[], open(names)]);
  });

  test('a Deny that may hold', () => {
    const template = permitted(allow);
    const denial = { ...when('ArnEquals', { Ref: 'Stage' }), Effect: 'Deny' };
    template.Resources.Policy.Properties.PolicyDocument.Statement.push(denial);
    expect(judged(template)).toEqual([[], open('Stage: …')]);
  });

  test('what is given decides', () => {
    const template = permitted(when('ArnEquals', ruleArn('cases')), named({ Ref: 'Stage' }));
    expect(judged(template, { Stage: 'cases' })).toEqual([[], []]);
    expect(judged(template, { Stage: 'other' })).toEqual([
      [
        `${nothing}: its permission is for arn:aws:events:#{AWS::Region}:#{AWS::AccountId}:rule/cases`.replaceAll(
          '#',
          '$',
        ),
      ],
      [],
    ]);
  });
});

describe('a permission that never holds is a fault:', () => {
  const here = { 'AWS::AccountId': '444455556666', 'AWS::Region': 'eu-central-1' };
  const bused = (bus: unknown) => (template: Any) => {
    Object.assign(template.Resources.Rule.Properties, { Name: 'cases', EventBusName: bus });
  };
  test.each([
    ['at another queue', { ...allow, Resource: arn('Other') }, undefined, 'at Other'],
    ['at the URL of the queue', { ...allow, Resource: { Ref: 'Queue' } }, undefined, write('at #{Queue}')],
    [
      'for wildcards that StringEquals takes as text',
      when('StringEquals', 'arn:aws:events:*:*:rule/*'),
      undefined,
      'for arn:aws:events:*:*:rule/*, and StringEquals takes no wildcard: use ArnLike',
    ],
    ['for the name of the rule', when('ArnEquals', { Ref: 'Rule' }), undefined, write('for #{Rule}')],
    [
      'for a rule of another account',
      when('ArnEquals', 'arn:aws:events:eu-central-1:111122223333:rule/cases'),
      named('cases'),
      'for arn:aws:events:eu-central-1:111122223333:rule/cases',
    ],
    [
      'for another account',
      when('StringEquals', '111122223333', 'aws:SourceAccount'),
      undefined,
      'for the account 111122223333',
    ],
    [
      'for a rule on a bus, if the rule is on the default bus',
      when('ArnEquals', 'arn:aws:events:eu-central-1:444455556666:rule/default/cases'),
      bused('default'),
      'for arn:aws:events:eu-central-1:444455556666:rule/default/cases',
    ],
  ])('%s', (_, statement, change, end) => {
    expect(judged(permitted(statement, change), here)).toEqual([[`${nothing}: its permission is ${end}`], []]);
  });

  test('for a rule on the default bus, if the rule is on another', () => {
    const [findings] = judged(permitted(when('ArnEquals', ruleArn('cases')), bused('orders')), here);
    expect(findings).toContain(`${nothing}: its permission is for arn:aws:events:eu-central-1:444455556666:rule/cases`);
    const right = judged(permitted(when('ArnEquals', ruleArn('orders/cases')), bused('orders')), here);
    expect(right[0].join()).not.toContain('Nothing permits');
  });
});

test.each([
  ['at every resource', { ...allow, Resource: '*' }],
  [
    'at the ARN of the queue in parts',
    { ...allow, Resource: sub('arn:aws:sqs:*:#{AWS::AccountId}:#{Queue.QueueName}') },
  ],
  ['for every rule of the account', when('ArnLike', ruleArn('*'))],
  ['for the rules of the stack', when('ArnLike', ruleArn('#{AWS::StackName}-*'))],
  ['for the rule by its name in the ARN', when('ArnEquals', ruleArn('#{Rule}'))],
  ['for the own account', when('StringEquals', { Ref: 'AWS::AccountId' }, 'aws:SourceAccount')],
])('a permission %s holds', (_, statement) => {
  expect(judged(permitted(statement))).toEqual([[], []]);
});

describe('in Terraform', () => {
  const planned = (source: string, change: (rule: Any) => void = () => undefined): Any => {
    const rule: Any = { name: 'cases', event_pattern: '{"source":["aws.cases"]}' };
    change(rule);
    const resource = (type: string, values: Any) => ({ address: `${type}.it`, type, name: 'it', values });
    const refer = (to: string) => ({ references: [`${to}.arn`, to] });
    const handler = refer('aws_lambda_function.it');
    const target = { rule: refer('aws_cloudwatch_event_rule.it'), arn: handler };
    return {
      planned_values: {
        root_module: {
          resources: [
            resource('aws_cloudwatch_event_rule', rule),
            resource('aws_cloudwatch_event_target', { rule: 'cases' }),
            resource('aws_lambda_function', { dead_letter_config: [{}] }),
            resource('aws_lambda_permission', { principal: 'events.amazonaws.com', source_arn: source }),
          ],
        },
      },
      configuration: {
        root_module: {
          resources: [
            { address: 'aws_cloudwatch_event_target.it', expressions: target },
            { address: 'aws_lambda_permission.it', expressions: { function_name: handler } },
          ],
        },
      },
    };
  };
  const found = (plan: Any) => deliveryTo(plan, 'it', { parameters: { 'AWS::AccountId': '444455556666' } }).findings;
  const own = 'arn:aws:events:eu-central-1:444455556666:rule/cases';

  test('a permission for the ARN of the rule holds', () => {
    expect(found(planned(own))).toEqual([]);
    expect(found(planned(own.replace('cases', '*')))).toEqual([]);
  });

  test.each([
    ['of another account', own.replace('444455556666', '111122223333')],
    ['of another name', own.replace('cases', 'other')],
  ])('one for a rule %s does not', (_, source) => {
    expect(found(planned(source)).map(({ what }) => what)).toEqual([
      `Nothing permits the rule aws_cloudwatch_event_rule.it to send to the function aws_lambda_function.it: its permission is for ${source}`,
    ]);
  });
});
