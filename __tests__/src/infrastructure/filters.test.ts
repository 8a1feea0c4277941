import type { SQSEvent } from 'aws-lambda';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { undelivered } from '../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { verifyDelivery } from '../../../src/harness/delivery/verifyDelivery.ts';
import type { VerifyOptions } from '../../../src/harness/run/runOptions.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { rejection } from '../../helpers/rejection.ts';
import { verifyWhateverItReads as verify } from '../../helpers/verifyWhateverItReads.ts';

const warnings = inEmptyDirectories();
const { refundAmount } = exampleDomain.fields;

/** A queue between rule and function, with parts of a template that a test adds. */
interface Way {
  readonly filters?: readonly object[];
  readonly eventTypes?: readonly string[];
  /** The pattern of the rule, in place of one on event types. */
  readonly pattern?: object;
  readonly target?: object;
  /** A topic before the queue. */
  readonly subscription?: object;
}

const queue = { 'Fn::GetAtt': ['Queue', 'Arn'] };

function templateOf({
  filters = [],
  eventTypes = ['CASE.CREATED', 'CASE.UPDATED'],
  pattern = { source: ['aws.cases'], detail: { eventType: eventTypes } },
  target,
  subscription,
}: Way): object {
  const to = subscription === undefined ? queue : { Ref: 'Topic' };
  return {
    Resources: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: pattern,
          Targets: [{ Id: 'to', Arn: to, ...target }],
        },
      },
      Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
      ...(subscription === undefined
        ? {}
        : {
            Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
            Subscription: {
              Type: 'AWS::SNS::Subscription',
              Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: queue, ...subscription },
            },
          }),
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: queue,
          FunctionName: { Ref: 'Function' },
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ...(filters.length === 0
            ? {}
            : { FilterCriteria: { Filters: filters.map((filter) => ({ Pattern: JSON.stringify(filter) })) } }),
        },
      },
      Function: { Type: 'AWS::Lambda::Function', Properties: {} },
    },
  };
}

const updated = { 'CASE.UPDATED': ['case.caseId'] } as const;

/** The detail of an event, or another content. */
interface Detail {
  readonly performedBy?: object;
  readonly case?: { readonly caseId: string; readonly fields: Readonly<Record<string, FieldValue>> };
}

interface FieldValue {
  readonly value: { readonly doubleValue: number };
}

/** Verifies the row of CASE.UPDATED, or another one. */
async function verifyUpdated(
  way: Way,
  rows: object = updated,
  take: (detail: Detail) => unknown = (detail) => detail.case?.caseId,
  reads: VerifyOptions['reads'] = 'off',
  row = 'CASE.UPDATED',
): Promise<string> {
  const { rule, via } = deliveryTo(templateOf(way), 'Function');
  const contracts = contractsFor('refunds', { ...ignoringAll, ...rows } as never, { domain: exampleDomain, rule });
  const contract = contracts.find(({ eventType }) => eventType === row) as Contract;
  const handler = via(async ({ Records }: SQSEvent) => {
    for (const { body } of Records) {
      const content = JSON.parse(body);
      take((content.Type === undefined ? content : JSON.parse(content.Message)).detail ?? content);
    }
    return { batchItemFailures: [] };
  });
  return (await rejection(verify(contract, handler, { runs: 20, reads }))).message;
}

function fieldOf(id: string, value: object): object {
  return { case: { fields: { [id]: { value } } } };
}

function ofType(...eventType: readonly unknown[]): object {
  return { detail: { eventType } };
}

test('a filter of the mapping that drops every event of a row fails with its leaf, as it stands in the template', async () => {
  expect(await verifyUpdated({ filters: [{ body: ofType('CASE.CREATED') }] })).toBe(
    `refunds handles CASE.UPDATED: the filter before the function delivers none of these events.

The smallest event that should have come
  nothing differs: it is the documented event of its type
  to see it: fixture('CASE.UPDATED', { class: 'sample' })

What keeps it out
  Mapping.FilterCriteria.Filters[0].Pattern.body.detail.eventType: ["CASE.CREATED"]: the condition does not admit "CASE.UPDATED"

The smallest change that lets it through
  Mapping.FilterCriteria.Filters[0].Pattern.body.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]

What to do otherwise
  Write undelivered in the row if these events should not come.`,
  );
});

test('a filter that does not look into the body lets nothing through', async () => {
  const message = await verifyUpdated({ filters: [ofType('CASE.UPDATED')] });
  expect(message).toContain(
    'What keeps it out\n  Mapping.FilterCriteria.Filters[0].Pattern.detail.eventType: ["CASE.UPDATED"]: a record of a queue has nothing there',
  );
  expect(message).toContain('The filter of a mapping looks at the record: write the pattern within body.');
  expect(message).toContain(
    'Mapping.FilterCriteria.Filters[0].Pattern: write {"body":{"detail":{"eventType":["CASE.UPDATED"]}}}',
  );
});

test('a filter on what every record has fails with that value', async () => {
  const message = await verifyUpdated({ filters: [{ eventSource: ['aws:kinesis'], body: ofType('CASE.UPDATED') }] });
  expect(message).toContain(
    'Mapping.FilterCriteria.Filters[0].Pattern.eventSource: ["aws:kinesis"]: every record has "aws:sqs" there',
  );
  expect(message).toContain('Mapping.FilterCriteria.Filters[0].Pattern.eventSource: write ["aws:kinesis","aws:sqs"]');
  expect(await verifyUpdated({ filters: [{ eventSource: ['aws:sqs'], body: ofType('CASE.UPDATED') }] })).toBe(
    'the handler passed',
  );
});

test('rule and filter that both refuse an event each get their change', async () => {
  const message = await verifyUpdated({ eventTypes: ['CASE.CREATED'], filters: [{ body: ofType('CASE.DELETED') }] });
  expect(message).toContain('the rule, with the filter behind it, delivers none of these events.');
  expect(message).toContain('options.rule.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]');
  expect(message).toContain('Pattern.body.detail.eventType: write ["CASE.DELETED","CASE.UPDATED"]');
});

describe('a filter is judged as a rule is', () => {
  const { priority } = exampleDomain.fields;
  const place = 'Mapping.FilterCriteria.Filters[0].Pattern.body';
  const ofField = (id: string, value: object): object => ({
    body: { detail: { eventType: ['CASE.UPDATED'], case: { fields: { [id]: { value } } } } },
  });
  const reading = { 'CASE.UPDATED': ['case.caseId', 'case.fields.refundAmount'] };

  test('an option that the domain lacks fails with the one that is meant', async () => {
    const message = await verifyUpdated({ filters: [ofField(priority.id, { stringValue: ['Urgent'] })] });
    expect(message).toContain('the filter before the function delivers none of these events.');
    expect(message).toContain('The domain has no option "Urgent" of priority');
    expect(message).toContain(`${place}.detail.case.fields.${priority.id}.value.stringValue: write ["urgent"]`);
  });

  test('an option that the domain lacks beside another one warns', async () => {
    expect(await verifyUpdated({ filters: [ofField(priority.id, { stringValue: ['urgent', 'Urgnt'] })] })).toBe(
      'the handler passed',
    );
    expect(warnings.join('')).toContain('The domain has no option "Urgnt" of priority');
  });

  test('the absence of a value that the row reads fails', async () => {
    const message = await verifyUpdated(
      { filters: [ofField(refundAmount.id, { doubleValue: [{ exists: false }] })] },
      reading,
    );
    expect(message).toContain('the filter before the function delivers no event with case.fields.refundAmount.');
  });

  test('a field by its name gets its id', async () => {
    const message = await verifyUpdated({ filters: [ofField('priority', { stringValue: ['urgent'] })] });
    expect(message).toContain(`write "${priority.id}" for priority`);
    expect(message).toContain(
      `The smallest change that lets it through\n  ${place}.detail.case.fields.priority: remove it\n  ${place}.detail.case.fields.${priority.id}: write {"value":{"stringValue":["urgent"]}}`,
    );
  });

  test('that lets nothing through of what the rule delivers is the one that changes', async () => {
    const rule = { detail: { eventType: ['CASE.UPDATED'], ...fieldOf(priority.id, { stringValue: ['urgent'] }) } };
    const message = await verifyUpdated({
      pattern: rule,
      filters: [ofField(priority.id, { stringValue: ['low'] })],
    });
    expect(message).toContain('the filter before the function delivers none of these events.');
    expect(message).toContain(`${place}.detail.case.fields.${priority.id}.value.stringValue: ["low"]`);
  });
});

test('a filter that fits one reading only gets the values of both, as a rule does', async () => {
  const eventTypes = ['RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.UPDATED'];
  const relatedItem = { relatedItemType: ['Comment', 'comment'] };
  const filter = { body: { detail: { eventType: eventTypes, relatedItem, changedAttributes: ['comment.body'] } } };
  const rows = { 'RELATED_ITEM.UPDATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered } };
  await verifyUpdated({ eventTypes, filters: [filter] }, rows, undefined, 'off', 'RELATED_ITEM.UPDATED');
  const [line] = warnings.filter((text) => text.includes('what does changedAttributes call'));
  expect(line).toContain(
    'To fit both, Mapping.FilterCriteria.Filters[0].Pattern.body.detail.changedAttributes: write ["comment.body","comment.commentText"]',
  );
});

test('a row whose events the filter drops is undelivered', async () => {
  const rows = { 'CASE.UPDATED': undelivered };
  expect(await verifyUpdated({ filters: [{ body: ofType('CASE.CREATED') }] }, rows)).toBe('the handler passed');
  const message = await verifyUpdated({ filters: [{ body: ofType({ prefix: 'CASE.' }) }] }, rows);
  expect(message).toContain('refunds never gets CASE.UPDATED: the rule delivers such an event.');
  expect(message).toContain(
    'Mapping.FilterCriteria.Filters[0].Pattern.body.detail.eventType: [{"prefix":"CASE."}] admits "CASE.UPDATED"',
  );
  expect(message).toContain('Otherwise let the rule, or the filter, name the event types that it delivers');
});

describe('a filter on values', () => {
  const large = [{ numeric: ['>', 1_000_000] }];
  const filters = [
    { body: { detail: { case: { fields: { [refundAmount.id]: { value: { doubleValue: large } } } } } } },
  ];

  test('lets through what is played, in every class', async () => {
    const seen = new Set<number>();
    const classes = new Set<string>();
    const message = await verifyUpdated({ filters }, updated, (detail) => {
      const { caseId, fields } = detail.case as NonNullable<Detail['case']>;
      seen.add((fields[refundAmount.id] as FieldValue).value.doubleValue);
      classes.add(`${Object.keys(fields).length > 1} ${'performedBy' in detail}`);
      return caseId;
    });
    expect(message).toBe('the handler passed');
    expect(Math.min(...seen)).toBeGreaterThan(1_000_000);
    expect(classes.size).toBeGreaterThan(1);
    expect(warnings).toEqual([]);
  });

  test('shrinks a failure to what gets through', async () => {
    const message = await verifyUpdated({ filters }, updated, () => {
      throw new Error('it is down');
    });
    expect(message).toContain('it is down');
    expect(message.match(/ {2}detail\.\S+: /g)).toHaveLength(1);
    expect(message).toMatch(/refundAmount\(.*\)\.value\.doubleValue: .* \(the rule asks for it\)/);
  });
});

describe('a filter policy', () => {
  const policy = (FilterPolicy: object, more: object = {}): Way => ({
    subscription: { FilterPolicy, FilterPolicyScope: 'MessageBody', ...more },
  });

  test.each([{}, { RawMessageDelivery: true }])(
    'that drops every event of a row fails with its leaf (%j)',
    async (more) => {
      const message = await verifyUpdated(policy(ofType('CASE.CREATED'), more));
      expect(message).toContain('the filter before the function delivers none of these events.');
      expect(message).toContain('Subscription.FilterPolicy.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]');
      expect(await verifyUpdated(policy(ofType('CASE.UPDATED'), more))).toBe('the handler passed');
    },
  );

  test('on attributes lets nothing through', async () => {
    const message = await verifyUpdated({ subscription: { FilterPolicy: { eventType: ['CASE.UPDATED'] } } });
    expect(message).toContain(
      'Subscription.FilterPolicy.eventType: ["CASE.UPDATED"]: messages of a rule have no attributes',
    );
    expect(message).toContain('Without FilterPolicyScope: MessageBody the policy looks at message attributes');
  });
});

test('a mapping that looks for the event in a notification lets nothing through', async () => {
  const message = await verifyUpdated({ subscription: {}, filters: [{ body: ofType('CASE.UPDATED') }] });
  expect(message).toContain('Pattern.body.detail.eventType: ["CASE.UPDATED"]: a record of a queue has nothing there');
  expect(message).toContain('set RawMessageDelivery, or filter in the FilterPolicy of the subscription.');
});

test.each([
  ['CASE.CREATED', 'the handler passed'],
  ['CASE.UPDATED', 'refunds never gets CASE.UPDATED: the rule delivers such an event.'],
])(
  'a filter on the text of a notification lets only %s through: the row of CASE.UPDATED',
  async (eventType, expected) => {
    const filters = [{ body: { Message: [{ wildcard: `*"eventType":"${eventType}"*` }] } }];
    const message = await verifyUpdated({ subscription: {}, filters }, { 'CASE.UPDATED': undelivered });
    expect(message.split('\n')[0]).toBe(expected);
  },
);

test('a filter behind InputPath looks at a part of the event', async () => {
  const target = { InputPath: '$.detail' };
  const message = await verifyUpdated({ target, filters: [{ body: { eventType: ['CASE.CREATED'] } }] });
  expect(message).toContain('Pattern.body.eventType: write ["CASE.CREATED","CASE.UPDATED"]');
  expect(await verifyUpdated({ target, filters: [{ body: { eventType: ['CASE.UPDATED'] } }] })).toBe(
    'the handler passed',
  );
});

test.each<[string, object, string, string]>([
  ['the whole event', { detail: { eventType: ['CASE.UPDATED'] } }, 'detail', '{"body":{"eventType":["CASE.UPDATED"]}}'],
  [
    'the whole event beside its source',
    { source: ['aws.cases'], detail: { eventType: ['CASE.UPDATED'] } },
    'source',
    '{"body":{"eventType":["CASE.UPDATED"]}}',
  ],
])('a filter of %s behind InputPath gets the pattern of what is sent', async (_, body, name, change) => {
  const target = { InputPath: '$.detail' };
  const message = await verifyUpdated({ target, filters: [{ body }] });
  expect(message).toContain(`Rule.Targets[0].InputPath sends only $.detail of the event, which has no ${name}`);
  expect(message).toContain(`Pattern: write ${change}`);
  expect(message).not.toContain('Events have no');
  const { Pattern } = { Pattern: JSON.parse(change) as object };
  expect(await verifyUpdated({ target, filters: [Pattern] })).toBe('the handler passed');
});

test('a filter behind InputPath that no change of its place helps gets what it sees, and no change', async () => {
  const target = { InputPath: '$.detail' };
  const message = await verifyUpdated({ target, filters: [{ body: { detail: { eventType: ['CASE.CREATED'] } } }] });
  expect(message).toContain('Rule.Targets[0].InputPath sends only $.detail of the event, which has no detail');
  expect(message).not.toContain('exists');
  expect(message).not.toContain('remove its filter');
});

test('a filter policy of the whole event behind InputPath gets the pattern of what is sent', async () => {
  const FilterPolicy = { detail: { eventType: ['CASE.UPDATED'] } };
  const subscription = { RawMessageDelivery: true, FilterPolicyScope: 'MessageBody', FilterPolicy };
  const message = await verifyUpdated({ target: { InputPath: '$.detail' }, subscription });
  expect(message).toContain('FilterPolicy: write {"eventType":["CASE.UPDATED"]}');
});

test.each<[string, object, string]>([
  ['asks for the body as a text', { body: [{ prefix: '{"version"' }] }, 'A filter sees the event as an object'],
  ['asks for any body', { body: [{ exists: true }] }, 'A filter sees the event as an object'],
  ['writes body with a capital', { Body: { detail: { eventType: ['CASE.UPDATED'] } } }, 'within body.'],
])('a filter that %s: the change says what it means', async (_, filter, because) => {
  const message = await verifyUpdated({ filters: [filter] });
  expect(message).toContain(because);
  expect(message).toContain('Pattern: write {"body":{"detail":{"eventType":["CASE.UPDATED"]}}}');
});

test('a filter whose pattern is no text is refused', () => {
  const template = templateOf({ filters: [{ body: { source: ['aws.cases'] } }] }) as {
    Resources: { Mapping: { Properties: object } };
  };
  Object.assign(template.Resources.Mapping.Properties, {
    FilterCriteria: { Filters: [{ Pattern: { body: { source: ['aws.cases'] } } }] },
  });
  expect(() => deliveryTo(template, 'Function')).toThrow(
    'Mapping.FilterCriteria.Filters[0].Pattern is { body: { source: [Array] } }; allowed: the JSON of a pattern as a text',
  );
});

test('an input of a target that drops what a row reads fails, with its place', async () => {
  const InputTransformer = { InputPathsMap: { type: '$.detail.eventType' }, InputTemplate: '{"type": <type>}' };
  for (const target of [{ InputTransformer }, { Input: '{"detail": {}}' }, { InputPath: '$.detail.cases' }]) {
    const message = await verifyUpdated({ target });
    expect(message).toContain('refunds handles CASE.UPDATED: the target of the rule does not send case.caseId.');
    expect(message).toContain(`Let Rule.Targets[0].${Object.keys(target)[0]} send it`);
  }
});

const transformed = {
  InputTransformer: {
    InputPathsMap: {
      type: '$.detail.eventType',
      id: '$.detail.case.caseId',
      title: '$.detail.case.fields.title.value.stringValue',
    },
    InputTemplate: '{"type": <type>, "id": <id>, "title": <title>, "about": "<title>"}',
  },
};

test('a filter behind an input transformer looks at the values of its variables', async () => {
  const message = await verifyUpdated({ target: transformed, filters: [{ body: { type: ['CASE.CREATED'] } }] });
  expect(message).toContain('the filter before the function delivers none of these events.');
  const urgent = { target: transformed, filters: [{ body: { type: ['CASE.UPDATED'], title: ['Urgent'] } }] };
  expect(await verifyUpdated(urgent, updated, undefined, 'warn')).toBe('the handler passed');
  expect(warnings.join('')).not.toContain('drops every sample');
});

test('behind a text of an input transformer nothing is proved: a filter that drops every sample warns', async () => {
  const way = { target: transformed, filters: [{ body: { about: ['Urgent'] } }] };
  expect(await verifyUpdated(way, updated, undefined, 'warn')).toBe('the handler passed');
  const drops =
    'A filter before the function (Mapping.FilterCriteria.Filters[0].Pattern) drops every sample, so the function is not called.';
  expect(warnings.join('')).toContain(drops);
  const message = await verifyUpdated(way, updated, undefined, 'fail');
  expect(message).toContain(drops);
  expect(message).toContain('\nWhat the filter sees\n  Rule.Targets[0].InputTransformer sends another text');
  expect(message).not.toContain('The row as it should be');
});

test('a filter of a stream in Terraform is named by its address', async () => {
  const address = 'aws_lambda_event_source_mapping.stream';
  const resource = (type: string, name: string, values: object): object => ({
    address: `${type}.${name}`,
    mode: 'managed',
    type,
    name,
    values,
  });
  const arn = (service: string, rest: string): string => `arn:aws:${service}:us-east-1:111122223333:${rest}`;
  const pattern = JSON.stringify({ source: ['aws.cases'], detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED'] } });
  const state = {
    format_version: '1.0',
    values: {
      root_module: {
        resources: [
          resource('aws_cloudwatch_event_rule', 'cases', { name: 'cases', event_pattern: pattern, state: 'ENABLED' }),
          resource('aws_cloudwatch_event_target', 'to', { rule: 'cases', arn: arn('kinesis', 'stream/cases') }),
          resource('aws_kinesis_stream', 'cases', { name: 'cases', arn: arn('kinesis', 'stream/cases') }),
          resource('aws_lambda_event_source_mapping', 'stream', {
            event_source_arn: arn('kinesis', 'stream/cases'),
            function_name: 'consumer',
            starting_position: 'LATEST',
            function_response_types: ['ReportBatchItemFailures'],
            filter_criteria: [{ filter: [{ pattern: JSON.stringify({ data: ofType('CASE.CREATED') }) }] }],
          }),
          resource('aws_lambda_function', 'consumer', {
            function_name: 'consumer',
            arn: arn('lambda', 'function:consumer'),
          }),
        ],
      },
    },
  };
  const { rule, via } = deliveryTo(state, 'aws_lambda_function.consumer');
  const contracts = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] }, { rule });
  const contract = contracts.find(({ eventType }) => eventType === 'CASE.UPDATED') as Contract;
  const { message } = await rejection(
    verify(
      contract,
      via(async () => undefined),
    ),
  );
  expect(message).toContain(
    `${address}.filter_criteria.filter[0].pattern.data.detail.eventType: write ["CASE.CREATED","CASE.UPDATED"]`,
  );
});

describe('verifyDelivery', () => {
  const deliver = async (filters: readonly object[], seen: Set<string> = new Set()): Promise<string> => {
    const { rule, via } = deliveryTo(templateOf({ filters }), 'Function');
    const contracts = contractsFor('refunds', { ...ignoringAll, ...updated }, { domain: exampleDomain, rule });
    const stored = new Set<string>();
    const handler = via(async ({ Records }: SQSEvent) => {
      for (const { body } of Records) for (const kept of [seen, stored]) kept.add(JSON.parse(body).detail.eventType);
      return { batchItemFailures: [] };
    });
    const hooks = { reset: () => stored.clear(), observe: () => [...stored], runs: 20 };
    return (await rejection(verifyDelivery(contracts, handler, hooks))).message;
  };

  test('delivers what gets through rule and filter', async () => {
    const seen = new Set<string>();
    expect(await deliver([{ body: ofType('CASE.UPDATED', 'CASE.DELETED') }], seen)).toBe('the handler passed');
    expect([...seen]).toEqual(['CASE.UPDATED']);
  });

  test('fails where the filter drops what a row reads', async () => {
    expect(await deliver([{ body: ofType('CASE.CREATED') }])).toContain(
      'refunds handles CASE.UPDATED: the filter before the function delivers none of these events.',
    );
  });
});

test('a filter of a stream on body has to rename it', () => {
  const template = templateOf({ filters: [{ body: { source: ['aws.cases'] } }] }) as {
    Resources: Record<string, { Properties: object }>;
  };
  const { Mapping, Rule } = template.Resources;
  const stream = { 'Fn::GetAtt': ['Stream', 'Arn'] };
  Object.assign(Mapping?.Properties ?? {}, { EventSourceArn: stream, StartingPosition: 'LATEST' });
  Object.assign(Rule?.Properties ?? {}, {
    Targets: [{ Id: 'to', Arn: stream, RoleArn: 'arn:aws:iam::444455556666:role/r' }],
  });
  template.Resources.Stream = { Type: 'AWS::Kinesis::Stream', Properties: {} } as never;
  const { findings } = deliveryTo(template, 'Function');
  expect(findings.map(({ todo }) => todo)).toContain('Rename body to data');
});
