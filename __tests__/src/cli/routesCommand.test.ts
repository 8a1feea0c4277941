import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import type { Any } from '../infrastructure/received.ts';
import { builtCommand } from './command.ts';

const { dir, run } = builtCommand();
const templates = path.resolve(__dirname, '../infrastructure/templates');
const sam = path.join(templates, 'sam.yaml');

/** A rule to a function, with the given pattern. */
function templateOf(pattern: object): string {
  const file = path.join(dir, 'template.json');
  const Targets = [{ Id: 'function', Arn: { 'Fn::GetAtt': 'Handler.Arn' } }];
  const Rule = { Type: 'AWS::Events::Rule', Properties: { EventPattern: pattern, Targets } };
  const Handler = { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: 'arn' } } };
  const Parameters = { EventType: { Type: 'String' } };
  writeFileSync(file, JSON.stringify({ Parameters, Resources: { Rule, Handler } }));
  return file;
}

test('shows which events get through each rule, to which target, with the findings', () => {
  const pattern = {
    source: ['aws.cases'],
    detail: { $or: [{ eventType: ['CASE.UPDATED'] }, { relatedItem: { relatedItemType: ['Comment', 'File'] } }] },
  };
  const { stdout, stderr, status } = run('routes', templateOf(pattern));
  expect(stderr).toBe('');
  expect(stdout).toBe(`\
1  Rule → Handler

                             1
CASE.CREATED                 -
CASE.UPDATED                 yes
CASE.DELETED                 -
RELATED_ITEM.CREATED         only Comment, File
CASE.RELATED_ITEM.CREATED *  only Comment, File
RELATED_ITEM.UPDATED         only Comment, File
CASE.RELATED_ITEM.UPDATED *  only Comment, File
RELATED_ITEM.DELETED *       only Comment, File
CASE.RELATED_ITEM.DELETED    only Comment, File
AWS API Call via CloudTrail  -
unknown event types          -

* AWS documents another spelling of this event type, and may write this one.

1  Handler: Nothing permits the rule Rule to send to the function Handler. Nothing arrives, and no error is seen. Add AWS::Lambda::Permission that allows events.amazonaws.com lambda:InvokeFunction at Handler for Rule.
`);
  expect(status).toBe(0);
});

test('an event type alone keeps out its other spelling', () => {
  const pattern = { source: ['aws.cases'], detail: { eventType: ['RELATED_ITEM.CREATED', { prefix: 'CASE.' }] } };
  const lines = run('routes', templateOf(pattern)).stdout.split('\n');
  expect(lines.filter((line) => line.startsWith('RELATED_ITEM'))).toEqual([
    'RELATED_ITEM.CREATED         yes',
    'RELATED_ITEM.UPDATED         -',
    'RELATED_ITEM.DELETED *       -',
  ]);
});

test('prints JSON for machines, with filters, inputs and conditions on the way', () => {
  const { stdout } = run('routes', sam, '--json');
  const { routes, rows } = JSON.parse(stdout);
  expect(rows).toHaveLength(11);
  expect(routes.map(({ way }: { way: string[] }) => way.join(' '))).toEqual([
    'RefundsRule RefundsQueue RefundsFunctionQueue RefundsFunction',
    'AuditFunctionCases AuditFunction',
    'TopicRule CasesTopic SearchFunctionTopic SearchFunctionTopicQueue SearchFunctionTopicEventSourceMapping SearchFunction',
    'StreamRule CasesStream',
  ]);
  expect(routes[0]).toMatchObject({
    rule: 'RefundsRule',
    state: 'ENABLED',
    function: 'RefundsFunction',
    events: { 'CASE.CREATED': 'none', 'CASE.UPDATED': 'all' },
    findings: [],
  });
  expect(routes[2].events).toMatchObject({ 'CASE.CREATED': 'all', 'RELATED_ITEM.CREATED': 'none' });
});

test('names what the template does not decide, and takes it as a parameter', () => {
  const file = templateOf({ source: ['aws.cases'], detail: { eventType: [{ Ref: 'EventType' }] } });
  const { stderr, status } = run('routes', file);
  expect(stderr).toBe(
    'the EventPattern of Rule is unknown: it depends on EventType; allowed: a value that the template decides, or that --parameter gives. The parameter EventType has no default. Give --parameter EventType=….\n',
  );
  expect(status).toBe(2);
  expect(run('routes', file, '--parameter', 'EventType=CASE.DELETED').stdout).toContain(
    'CASE.DELETED                 yes\n',
  );
});

test('refuses a parameter without value, a file that is no template, and a template about other events', () => {
  expect(run('routes', sam, '--parameter', 'Stage').stderr).toBe(
    '--parameter is "Stage"; allowed: a name and a value, such as "Stage=prod".\n',
  );
  expect(run('routes', 'none.yaml').stderr).toContain('template is "none.yaml"; allowed: a CloudFormation');
  const { stderr, status } = run('routes', templateOf({ source: ['aws.s3'] }));
  expect(stderr).toBe(
    'template is a template with only rules for other sources: Rule for ["aws.s3"]; allowed: one with a rule for the source aws.cases.\n',
  );
  expect(status).toBe(2);
});

test('a permission for an account is no fault as long as the account is only assumed', () => {
  const { Resources } = JSON.parse(readFileSync(templateOf({ source: ['aws.cases'] }), 'utf8'));
  Resources.Rule.Properties.Name = 'cases';
  Resources.Permission = {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      FunctionName: { Ref: 'Handler' },
      Principal: 'events.amazonaws.com',
      SourceArn: 'arn:aws:events:ap-southeast-2:111122223333:rule/cases',
    },
  };
  const file = path.join(dir, 'permitted.json');
  writeFileSync(file, JSON.stringify({ Resources }));
  expect(run('routes', file).stdout).not.toContain('Nothing permits');
  const place = ['--parameter', 'AWS::Region=ap-southeast-2', '--parameter'];
  expect(run('routes', file, ...place, 'AWS::AccountId=111122223333').stdout).not.toContain('Nothing permits');
  expect(run('routes', file, ...place, 'AWS::AccountId=444455556666').stdout).toContain(
    'Nothing permits the rule Rule to send to the function Handler: its permission is for arn:aws:events:ap-southeast-2:111122223333:rule/cases.',
  );
});

describe('parameters are flags in every message:', () => {
  const queued = (change: (resources: Any) => void): string => {
    const file = path.join(dir, 'queued.json');
    const { Resources, Parameters } = JSON.parse(readFileSync(templateOf({ source: ['aws.cases'] }), 'utf8'));
    Object.assign(Resources, {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { Ref: 'EventType' } } },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { EventSourceArn: { 'Fn::GetAtt': 'Queue.Arn' }, FunctionName: { Ref: 'Handler' } },
      },
    });
    Resources.Rule.Properties.Targets[0].Arn = { 'Fn::GetAtt': 'Queue.Arn' };
    change(Resources);
    writeFileSync(file, JSON.stringify({ Parameters, Resources }));
    return file;
  };

  test('of a finding', () => {
    const { stdout } = run(
      'routes',
      queued(() => undefined),
    );
    expect(stdout).toContain(
      'verifyDelivery delivers a failing message 5 times instead. Give --parameter EventType=….',
    );
    expect(stdout).not.toContain('deliveryTo');
  });

  test('of a name for which nothing asks', () => {
    expect(
      run(
        'routes',
        queued(() => undefined),
        '--parameter',
        'EventTyp=1',
      ).stderr,
    ).toBe(
      'the name in --parameter is "EventTyp"; allowed: a name for which the template asks: "EventType". Did you mean "EventType"?\n',
    );
  });

  test('a filter that lets nothing through is not a matter of the domain', () => {
    const file = queued(({ Mapping }) => {
      const Pattern = JSON.stringify({ detail: { eventType: ['CASE.CREATED'] } });
      Mapping.Properties.FilterCriteria = { Filters: [{ Pattern }] };
    });
    const { stdout } = run('routes', file);
    expect(stdout).toContain('1  No event gets through: see the finding about its filter.\n');
    expect(stdout).not.toContain('--domain');
  });
});

describe('a rule for an account', () => {
  const file = () => templateOf({ source: ['aws.cases'], account: [{ Ref: 'AWS::AccountId' }] });

  test('gets the events of the account and the Region that are given', () => {
    const { stdout } = run(
      'routes',
      file(),
      '--parameter',
      'AWS::AccountId=444455556666',
      '--parameter',
      'AWS::Region=eu-west-2',
    );
    expect(stdout).toContain('CASE.CREATED                 yes\n');
  });

  test('that is another than that of the played events gets nothing, and the table says why', () => {
    const { stdout, status } = run('routes', templateOf({ source: ['aws.cases'], account: ['999999999999'] }));
    expect(stdout).toContain('CASE.CREATED                 -\n');
    expect(stdout).toContain('1  No event gets through. The played events are of the domain');
    expect(status).toBe(0);
  });

  test('is refused if the domain is in another', () => {
    const domain = path.join(dir, 'domain.json');
    writeFileSync(domain, JSON.stringify({ ...exampleDomain, fields: {}, includedData: { fields: [] } }));
    const { stderr, status } = run('routes', file(), '--domain', domain, '--parameter', 'AWS::AccountId=444455556666');
    expect(stderr).toBe(
      `--parameter AWS::AccountId is "444455556666"; allowed: "${exampleDomain.accountId}", as in --domain. Leave one of them out.\n`,
    );
    expect(status).toBe(2);
  });

  test('is refused if it is no account', () => {
    const { stderr, status } = run('routes', file(), '--parameter', 'AWS::AccountId=mine');
    expect(stderr).toContain('--parameter AWS::AccountId is "mine"; allowed: ');
    expect(status).toBe(2);
  });
});
