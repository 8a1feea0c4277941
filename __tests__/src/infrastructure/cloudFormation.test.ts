import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { refusal } from '../../helpers/refusal.ts';
import { type Any, eventFor, received } from './received.ts';

const templates = path.join(__dirname, 'templates');
const variants = path.join(templates, 'VariantsStack.template.json');

/** A copy of the CDK's template, changed. */
function changed(change: (resources: Any) => void, file: string = 'RefundsStack.template.json'): Any {
  const template = JSON.parse(readFileSync(path.join(templates, file), 'utf8'));
  change(template.Resources);
  return template;
}

const handler = 'Handler886CB40B';
const mapping = 'HandlerSqsEventSourceRefundsStackQueueE5FDB9955AD8B2B0';

describe('of the CDK', () => {
  test.each(['Handler886CB40B', 'RefundsStack/Handler/Resource', 'RefundsStack/Handler', 'Handler'])(
    'the function is found by %s',
    (name) => {
      expect(
        deliveryTo(
          changed(() => undefined),
          name,
        ).ways[0]?.at(-1),
      ).toBe(handler);
    },
  );

  test('a template comes as the address of its file, too', () => {
    const address = pathToFileURL(path.join(templates, 'RefundsStack.template.json'));
    expect(deliveryTo(address, handler).findings).toEqual([]);
  });

  test('a template comes as text, too', () => {
    expect(deliveryTo(JSON.stringify(changed(() => undefined)), handler).findings).toEqual([]);
  });

  test('raw delivery of a topic, with a filter on the body of the message', async () => {
    const delivery = deliveryTo(variants, 'Raw');
    const [input, ...others] = await received(delivery, eventFor('CASE.CREATED'), eventFor('CASE.UPDATED'));
    expect(JSON.parse(input.Records[0].body).detail.eventType).toBe('CASE.UPDATED');
    expect(others).toEqual([]);
    expect(delivery.findings.map(({ what, where, why }) => `${where}: ${what}. ${why}`)).toEqual([
      'RawSqsEventSourceVariantsStackTopicQueue75941644B79412E6.FunctionResponseTypes: The event source mapping RawSqsEventSourceVariantsStackTopicQueue75941644B79412E6 has no ReportBatchItemFailures. Lambda ignores batchItemFailures in an answer: if the function reports a failed record and does not throw, the record counts as done, and is lost',
      'TopicQueue93CAAE0E.RedrivePolicy: The queue TopicQueue93CAAE0E has no dead-letter queue. A message on which the function fails comes again for days, and is then lost',
      'TopicQueue93CAAE0E.VisibilityTimeout: The visibility timeout of the queue TopicQueue93CAAE0E (20 s) is below the timeout of the function Raw72517081 (30 s). The message comes again while the function still works on it, and is done twice',
    ]);
  });

  test('a topic that invokes the function itself', async () => {
    const [input] = await received(deliveryTo(variants, 'Notified'), eventFor('CASE.CREATED'));
    expect(input.Records[0].EventSource).toBe('aws:sns');
  });

  test('the part of the event that InputPath names', async () => {
    const event = eventFor('CASE.UPDATED') as Any;
    expect(await received(deliveryTo(variants, 'Direct'), event)).toEqual([event.detail]);
  });

  test('an InputTransformer before an alias of the function', async () => {
    const event = eventFor('CASE.UPDATED') as Any;
    const { caseId } = event.detail.case;
    const [input] = await received(deliveryTo(variants, 'Transformed'), event);
    expect(input).toEqual({ type: 'CASE.UPDATED', caseId, text: `case ${caseId} changed` });
  });

  test('a FIFO queue with the message group of the target', async () => {
    const delivery = deliveryTo(variants, 'Ordered');
    const [input] = await received(delivery, eventFor('CASE.UPDATED'));
    expect(input.Records[0].attributes.MessageGroupId).toBe('cases-of-us');
    expect(delivery.findings.map(({ where }) => where)).toEqual(['FifoF9CE07D8.RedrivePolicy']);
  });

  test('a rule for the own account, which is that of the domain', () => {
    expect(deliveryTo(variants, 'Streamed', { domain: exampleDomain }).rule).toEqual({
      source: ['aws.cases'],
      account: [exampleDomain.accountId],
    });
  });

  test('a stream of a rule for the own account, which is a parameter', async () => {
    const parameters = { 'AWS::AccountId': '444455556666' };
    const delivery = deliveryTo(variants, 'Streamed', { parameters });
    expect(delivery.rule).toEqual({ source: ['aws.cases'], account: ['444455556666'] });
    expect(delivery.settings).toEqual({
      transport: 'kinesis',
      batchSize: 50,
      maximumRetryAttempts: 3,
      reportBatchItemFailures: true,
      bisectBatchOnFunctionError: true,
      deadLetterQueue: false,
      filters: [],
    });
    expect(delivery.findings.map(({ where }) => where)).toEqual([
      'StreamedKinesisEventSourceVariantsStackStream1EA5409827EB2B1A.DestinationConfig',
    ]);
  });
});

describe('two rules to one function both count', () => {
  test('through one queue, as a list of patterns', () => {
    const template = changed((resources) => {
      resources.Deletions = structuredClone(resources.CasesRule27BF9DDD);
      resources.Deletions.Properties.EventPattern = { source: ['aws.cases'], detail: { eventType: ['CASE.DELETED'] } };
      resources.QueuePolicy25439813.Properties.PolicyDocument.Statement[0].Condition = {};
    });
    const { rule, ways, findings } = deliveryTo(template, handler);
    expect(rule).toEqual([
      template.Resources.CasesRule27BF9DDD.Properties.EventPattern,
      template.Resources.Deletions.Properties.EventPattern,
    ]);
    expect(ways).toHaveLength(2);
    expect(findings).toEqual([]);
  });

  test('through two forms only one at a time', async () => {
    const template = changed((resources) => {
      resources.Direct = structuredClone(resources.CasesRule27BF9DDD);
      resources.Direct.Properties.Targets[0].Arn = { 'Fn::GetAtt': [handler, 'Arn'] };
    });
    expect(refusal(() => deliveryTo(template, handler))).toBe(
      `functionId is ${handler}, to which 2 different ways lead (CasesRule27BF9DDD → Queue4A7E3555 → ${mapping} → ${handler}; Direct → ${handler}); allowed: one way at a time, because the function gets its events in another form on each. Choose one with the id of a resource that only this way contains: deliveryTo(template, '${handler}', { through: '${mapping}' }).`,
    );
    const [input] = await received(deliveryTo(template, handler, { through: 'Direct' }), eventFor('CASE.CREATED'));
    expect(input.source).toBe('aws.cases');
    expect(refusal(() => deliveryTo(template, handler, { through: 'Indirect' }))).toBe(
      `options.through is "Indirect"; allowed: the id of a resource on a way to ${handler}: "CasesRule27BF9DDD", "Queue4A7E3555", "${mapping}", "Direct".`,
    );
  });
});

describe('findings', () => {
  const cases: readonly (readonly [string, (resources: Any) => void, string])[] = [
    [
      'a rule that is disabled',
      (resources) => {
        resources.CasesRule27BF9DDD.Properties.State = 'DISABLED';
      },
      'CasesRule27BF9DDD.State: The rule CasesRule27BF9DDD is disabled. Nothing arrives. Set State to ENABLED',
    ],
    [
      'a rule on another bus',
      (resources) => {
        resources.CasesRule27BF9DDD.Properties.EventBusName = 'orders';
      },
      'CasesRule27BF9DDD.EventBusName: The rule CasesRule27BF9DDD is on the event bus orders. Events of Cases arrive at the default bus, and no rule of the template sends them on to this bus. Remove EventBusName, or send the events on with a rule on the default bus',
    ],
    [
      'a queue without a policy',
      (resources) => {
        delete resources.QueuePolicy25439813;
      },
      'Queue4A7E3555: Nothing permits the rule CasesRule27BF9DDD to send to the queue Queue4A7E3555. Nothing arrives, and no error is seen. Add AWS::SQS::QueuePolicy that allows events.amazonaws.com sqs:SendMessage at Queue4A7E3555 for CasesRule27BF9DDD',
    ],
    [
      'a policy for another rule',
      (resources) => {
        const [statement] = resources.QueuePolicy25439813.Properties.PolicyDocument.Statement;
        statement.Condition.ArnEquals['aws:SourceArn'] = 'arn:aws:events:eu-central-1:444455556666:rule/old';
      },
      'Queue4A7E3555: Nothing permits the rule CasesRule27BF9DDD to send to the queue Queue4A7E3555: its permission is for arn:aws:events:eu-central-1:444455556666:rule/old. Nothing arrives, and no error is seen. Add AWS::SQS::QueuePolicy that allows events.amazonaws.com sqs:SendMessage at Queue4A7E3555 for CasesRule27BF9DDD',
    ],
    [
      'a mapping that is disabled',
      (resources) => {
        resources[mapping].Properties.Enabled = 'false';
      },
      `${mapping}.Enabled: The event source mapping ${mapping} is disabled. Nothing arrives. Set Enabled to true`,
    ],
    [
      'two mappings of one queue',
      (resources) => {
        resources.Second = structuredClone(resources[mapping]);
        resources.Second.Properties.FunctionName = 'audit';
      },
      `${mapping}.EventSourceArn: 2 event source mappings read the queue Queue4A7E3555: ${mapping} (${handler}), Second (audit). ${handler} gets only some of the events. Give each function a queue of its own, as targets of the rule or subscriptions of a topic`,
    ],
    [
      'a mapping without ReportBatchItemFailures',
      (resources) => {
        delete resources[mapping].Properties.FunctionResponseTypes;
      },
      `${mapping}.FunctionResponseTypes: The event source mapping ${mapping} has no ReportBatchItemFailures. Lambda ignores batchItemFailures in an answer: if the function reports a failed record and does not throw, the record counts as done, and is lost. Add FunctionResponseTypes: [ReportBatchItemFailures], or let the function throw`,
    ],
    [
      'a queue without dead letters',
      (resources) => {
        delete resources.Queue4A7E3555.Properties.RedrivePolicy;
      },
      'Queue4A7E3555.RedrivePolicy: The queue Queue4A7E3555 has no dead-letter queue. A message on which the function fails comes again for days, and is then lost. Add RedrivePolicy with deadLetterTargetArn and maxReceiveCount',
    ],
    [
      'a visibility timeout below that of the function',
      (resources) => {
        delete resources.Queue4A7E3555.Properties.VisibilityTimeout;
        resources[handler].Properties.Timeout = 31;
      },
      `Queue4A7E3555.VisibilityTimeout: The visibility timeout of the queue Queue4A7E3555 (30 s) is below the timeout of the function ${handler} (31 s). The message comes again while the function still works on it, and is done twice. Set VisibilityTimeout to at least 186`,
    ],
    [
      'a FIFO queue without message group',
      (resources) => {
        Object.assign(resources.DeadLettersBBF8BAAB, { Properties: { FifoQueue: true } });
        Object.assign(resources.Queue4A7E3555.Properties, { FifoQueue: true, ContentBasedDeduplication: true });
      },
      'CasesRule27BF9DDD.Targets[0].SqsParameters.MessageGroupId: The target CasesRule27BF9DDD.Targets[0] has no message group, and Queue4A7E3555 is a FIFO queue. EventBridge cannot send to the queue. Add SqsParameters.MessageGroupId',
    ],
    [
      'a FIFO queue that does not deduplicate by content',
      (resources) => {
        Object.assign(resources.DeadLettersBBF8BAAB, { Properties: { FifoQueue: true } });
        resources.Queue4A7E3555.Properties.FifoQueue = true;
        resources.CasesRule27BF9DDD.Properties.Targets[0].SqsParameters = { MessageGroupId: 'cases' };
      },
      'Queue4A7E3555.ContentBasedDeduplication: The FIFO queue Queue4A7E3555 does not deduplicate by content. EventBridge gives no deduplication id, so it cannot send to the queue. Set ContentBasedDeduplication to true',
    ],
  ];

  test.each(cases)('%s', (_, change, expected) => {
    const { findings } = deliveryTo(changed(change), handler);
    expect(findings.map(({ where, what, why, todo }) => `${where}: ${what}. ${why}. ${todo}`)).toEqual([expected]);
    expect(findings[0]?.fact.link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });

  test('a function that a rule invokes without permission, and without a place for failures', () => {
    const template = changed((resources) => {
      resources.CasesRule27BF9DDD.Properties.Targets[0].Arn = { 'Fn::GetAtt': [handler, 'Arn'] };
    });
    const { findings } = deliveryTo(template, handler);
    expect(findings.map(({ where, todo }) => `${where}: ${todo}`)).toEqual([
      `${handler}: Add AWS::Lambda::Permission that allows events.amazonaws.com lambda:InvokeFunction at ${handler} for CasesRule27BF9DDD`,
      `${handler}.DeadLetterConfig: Add DeadLetterConfig, or a destination for failures`,
    ]);
  });

  test('a filter policy that looks at attributes lets nothing through', async () => {
    const template = changed((resources) => {
      resources.TopicQueueVariantsStackTopicE51A1CFB3991E45E.Properties.FilterPolicy = { eventType: ['CASE.CREATED'] };
    }, 'VariantsStack.template.json');
    const delivery = deliveryTo(template, 'Raw');
    expect(delivery.findings[0]).toMatchObject({
      where: 'TopicQueueVariantsStackTopicE51A1CFB3991E45E.FilterPolicyScope',
      todo: 'Set FilterPolicyScope to MessageBody, or remove FilterPolicy',
    });
    expect(await received(delivery, eventFor('CASE.UPDATED'))).toEqual([]);
  });

  test('what AWS only advises stands apart', () => {
    const template = changed((resources) => {
      resources.Queue4A7E3555.Properties.VisibilityTimeout = 60;
    });
    const { findings, advice } = deliveryTo(template, handler);
    expect(findings).toEqual([]);
    expect(advice.map(({ what }) => what)).toEqual([
      `The visibility timeout of the queue Queue4A7E3555 (60 s) is below six times the timeout of the function ${handler} (30 s)`,
    ]);
  });
});

test('timeouts that the template does not decide are said', () => {
  const template = changed((resources) => {
    resources[handler].Properties.Timeout = { Ref: 'Timeout' };
  });
  template.Parameters.Timeout = { Type: 'Number' };
  expect(deliveryTo(template, handler).advice.map(({ what, todo }) => `${what}. ${todo}`)).toEqual([
    `Whether the visibility timeout of the queue Queue4A7E3555 suffices for the function ${handler} is unknown: it depends on Timeout. Write deliveryTo(template, functionId, { parameters: { Timeout: … } })`,
  ]);
  expect(deliveryTo(template, handler, { parameters: { Timeout: 30 } }).advice).toEqual([]);
  expect(refusal(() => deliveryTo(template, handler, { parameters: { Timeuot: 30 } }))).toBe(
    'the parameter name in options.parameters is "Timeuot"; allowed: a name for which the template asks: "BootstrapVersion", "Timeout". Did you mean "Timeout"?',
  );
});

test.each([
  ['of rules', 'arn:aws:events:*:*:rule/*', []],
  ['of buckets', 'arn:aws:s3:::*', ['Queue4A7E3555']],
])('a permission for a pattern %s', (_, source, places) => {
  const template = changed((resources) => {
    const [statement] = resources.QueuePolicy25439813.Properties.PolicyDocument.Statement;
    statement.Condition = { ArnLike: { 'aws:SourceArn': source } };
  });
  expect(deliveryTo(template, handler).findings.map(({ where }) => where)).toEqual(places);
});

describe('two stacks', () => {
  const split = (): [Any, Any] => {
    const [queues, functions] = [changed(() => undefined), changed(() => undefined)];
    const { [handler]: moved, [mapping]: mappingOfQueue, ...rest } = queues.Resources;
    const name = 'Queues:ExportsOutputFnGetAttQueueArn';
    queues.Resources = rest;
    queues.Outputs = { Arn: { Value: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] }, Export: { Name: name } } };
    mappingOfQueue.Properties.EventSourceArn = { 'Fn::ImportValue': name };
    functions.Resources = { [handler]: moved, [mapping]: mappingOfQueue };
    return [queues, functions];
  };

  test('are read together: an import finds its export', () => {
    const [queues, functions] = split();
    const { ways, findings, advice } = deliveryTo([queues, functions], handler);
    expect(ways).toEqual([['CasesRule27BF9DDD', 'Queue4A7E3555', mapping, handler]]);
    expect(findings).toEqual([]);
    expect(advice).toEqual([]);
  });

  test('that define a name in two ways each keep their own', () => {
    const [queues, functions] = split();
    functions.Parameters.BootstrapVersion.Default = 'other';
    expect(deliveryTo([queues, functions], handler).findings).toEqual([]);
  });

  test('of which one is no template are refused', () => {
    expect(refusal(() => deliveryTo([split()[0], { a: 1 }], handler))).toContain(
      'template[1] is an object with the members a; allowed: a CloudFormation',
    );
  });
});

test('a queue of another stack is followed by its name, and is said', () => {
  const template = changed((resources) => {
    const queue = { 'Fn::ImportValue': 'shared-QueueArn' };
    resources.CasesRule27BF9DDD.Properties.Targets[0].Arn = queue;
    resources[mapping].Properties.EventSourceArn = queue;
  });
  const { ways, findings, advice } = deliveryTo(template, handler);
  expect(ways).toEqual([['CasesRule27BF9DDD', ['$', '{shared-QueueArn}'].join(''), mapping, handler]]);
  expect(findings).toEqual([]);
  expect(advice.map(({ what }) => what)).toEqual([
    `The queue ${['$', '{shared-QueueArn}'].join('')} is not in the template`,
  ]);
});

test('a rule for another source does not matter, even if nobody knows the rest of its pattern', () => {
  const template = changed((resources) => {
    resources.Other = structuredClone(resources.CasesRule27BF9DDD);
    resources.Other.Properties.EventPattern = { source: ['aws.s3'], account: [{ Ref: 'AWS::AccountId' }] };
  });
  expect(deliveryTo(template, handler).ways).toHaveLength(1);
});

test('an alias of itself leads nowhere', () => {
  const template = changed((resources) => {
    resources.Live = { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Live' } } };
    resources.CasesRule27BF9DDD.Properties.Targets[0].Arn = { Ref: 'Live' };
  });
  expect(refusal(() => deliveryTo(template, handler))).toContain('to which no rule of the template leads');
});

describe('bad input', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    [
      'no template',
      () => deliveryTo(undefined as never, handler),
      'template is undefined; allowed: a CloudFormation or SAM template (JSON or YAML), what cdk synth writes, or what terraform show -json prints: its file, its text, or the object.',
    ],
    ['a list', () => deliveryTo([1], handler), 'template[0] is 1; allowed: a CloudFormation or SAM template'],
    [
      'an object that contains itself',
      () => {
        const Resources: Record<string, unknown> = {};
        Resources.Again = Resources;
        return deliveryTo({ Resources }, handler);
      },
      'template is an object that is no JSON; allowed: a CloudFormation or SAM template',
    ],
    [
      'an anchor of YAML with its own alias',
      () => deliveryTo('Resources: &all\n  Again: *all\n', handler),
      'template is a text that does not parse; allowed: JSON or YAML. As YAML: Converting circular structure to JSON',
    ],
    [
      'a file that is missing',
      () => deliveryTo('no/such.yaml', handler),
      'template is "no/such.yaml"; allowed: a CloudFormation or SAM template (JSON or YAML), what cdk synth writes, or what terraform show -json prints: its file, its text, or the object. There is no such file or folder: ',
    ],
    [
      'a package.json',
      () => deliveryTo('package.json', handler),
      'template is "package.json", which has the members name, version, description, keywords, license, author, …; allowed: a CloudFormation or SAM template (JSON or YAML), what cdk synth writes, or what terraform show -json prints: its file, its text, or the object. It has neither Resources nor planned_values nor values.',
    ],
    [
      'JSON that does not parse',
      () => deliveryTo('{ "Resources": { "a": }', handler),
      'template is a text that does not parse; allowed: JSON or YAML. As JSON: Unexpected token',
    ],
    [
      'YAML that does not parse',
      () => deliveryTo('Resources:\n  A: b: c\n', handler),
      'template is a text that does not parse; allowed: JSON or YAML. As YAML: Nested mappings are not allowed in compact mappings at line 2, column 6: "A: b: c".',
    ],
    [
      'a manifest of the CDK',
      () => deliveryTo({ version: '1', artifacts: {} }, handler),
      'It is a manifest of the CDK. Give the file cdk.out/<stack>.template.json.',
    ],
    [
      'a state file of Terraform',
      () => deliveryTo({ version: 4, lineage: 'x', resources: [] }, handler),
      'It is a state file of Terraform. Give what terraform show -json prints.',
    ],
    [
      'a resource without type',
      () => deliveryTo({ Resources: { Queue: 7 } }, handler),
      'template.Resources.Queue is 7; allowed: a resource with a Type.',
    ],
    [
      'a template without functions',
      () => deliveryTo({ Resources: {} }, handler),
      `functionId is "${handler}"; allowed: a function of the template. The template has no Lambda function.`,
    ],
    [
      'a function that the template lacks',
      () =>
        deliveryTo(
          changed(() => undefined),
          'Handlr',
        ),
      `functionId is "Handlr"; allowed: "${handler}" (RefundsStack/Handler/Resource). Did you mean "Handler"?`,
    ],
    [
      'a function without rule',
      () =>
        deliveryTo(
          changed((resources) => {
            delete resources[mapping];
          }),
          handler,
        ),
      `functionId is ${handler}, to which no rule of the template leads; allowed: a function behind a rule for the source aws.cases. Its rules and where they lead: CasesRule27BF9DDD → Queue4A7E3555.`,
    ],
    [
      'a rule for another source',
      () =>
        deliveryTo(
          changed((resources) => {
            resources.CasesRule27BF9DDD.Properties.EventPattern.source = ['aws.s3'];
          }),
          handler,
        ),
      `functionId is ${handler}, to which only rules for other sources lead (CasesRule27BF9DDD for ["aws.s3"]); allowed: a function behind a rule for the source aws.cases. Its rules and where they lead: CasesRule27BF9DDD → ${handler}. Its event source mappings: Queue4A7E3555 → ${handler}.`,
    ],
    [
      'a pattern that AWS refuses',
      () =>
        deliveryTo(
          changed((resources) => {
            resources.CasesRule27BF9DDD.Properties.EventPattern.detail.eventType = 'CASE.CREATED';
          }),
          handler,
        ),
      'CasesRule27BF9DDD.EventPattern.detail.eventType is "CASE.CREATED"; allowed: a list or an object.',
    ],
    [
      'a filter that AWS refuses',
      () =>
        deliveryTo(
          changed((resources) => {
            resources[mapping].Properties.FilterCriteria = { Filters: [{ Pattern: '{"body":{"detail":{}}}' }] };
          }),
          handler,
        ),
      `${mapping}.FilterCriteria.Filters[0].Pattern.body.detail is {}; allowed: at least one key.`,
    ],
    [
      'a batch size that AWS refuses',
      () =>
        deliveryTo(
          changed((resources) => {
            resources.Queue4A7E3555.Properties.FifoQueue = true;
            resources[mapping].Properties.BatchSize = 50;
          }),
          handler,
        ),
      `the BatchSize of ${mapping} is 50; allowed: a whole number from 1 to 10. This is the limit of the event source mapping.`,
    ],
    [
      'two inputs of one target',
      () =>
        deliveryTo(
          changed((resources) => {
            Object.assign(resources.CasesRule27BF9DDD.Properties.Targets[0], { Input: '{}', InputPath: '$' });
          }),
          handler,
        ),
      'CasesRule27BF9DDD.Targets[0] is a target with Input and InputPath; allowed: a target with one of Input, InputPath and InputTransformer, or with none. They exclude each other. Remove InputPath, or Input.',
    ],
    [
      'a variable that no path defines',
      () =>
        deliveryTo(
          changed((resources) => {
            const InputTransformer = { InputPathsMap: { id: '$.id' }, InputTemplate: '{"id": <ide>}' };
            resources.CasesRule27BF9DDD.Properties.Targets[0].InputTransformer = InputTransformer;
          }),
          handler,
        ),
      'CasesRule27BF9DDD.Targets[0].InputTransformer.InputTemplate is a template with <ide>; allowed: the variables of InputPathsMap and of AWS: "id", "aws.events.rule-arn"',
    ],
    [
      'a condition that nobody decides',
      () => {
        const template = changed((resources) => {
          resources.CasesRule27BF9DDD.Condition = 'IsProd';
        });
        template.Parameters.Stage = { Type: 'String' };
        template.Conditions = { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
        return deliveryTo(template, handler);
      },
      'the Condition of CasesRule27BF9DDD is unknown: it depends on IsProd; allowed: a value that the template decides, or that options.parameters gives. The parameter Stage has no default. Write deliveryTo(template, functionId, { parameters: { IsProd: … } }).',
    ],
    [
      'a pattern with a parameter without default',
      () => {
        const template = changed((resources) => {
          resources.CasesRule27BF9DDD.Properties.EventPattern.resources = [
            { wildcard: { 'Fn::Sub': ['arn:', '{AWS::Partition}:cases:*:domain/', '{DomainId}/case/*'].join('$') } },
          ];
        });
        template.Parameters.DomainId = { Type: 'String' };
        return deliveryTo(template, handler);
      },
      'the EventPattern of CasesRule27BF9DDD is unknown: it depends on DomainId; allowed: a value that the template decides, or that options.parameters gives. The parameter DomainId has no default. Write deliveryTo(template, functionId, { parameters: { DomainId: … } }).',
    ],
    [
      'an unknown option',
      () =>
        deliveryTo(
          changed(() => undefined),
          handler,
          { parameter: {} } as never,
        ),
      'the option name in options is "parameter"; allowed: "parameters", "domain", "through". Did you mean "parameters"?',
    ],
  ];

  test.each(cases)('%s', (_, call, message) => {
    expect(refusal(call)).toContain(message);
  });
});
