import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { DeliveryViolation } from '../../../src/harness/delivery/deliveryViolation.ts';
import { verifyDelivery } from '../../../src/harness/delivery/verifyDelivery.ts';
import { viaKinesis } from '../../../src/harness/transports/kinesis.ts';
import { viaSqs } from '../../../src/harness/transports/sqs.ts';
import { verify } from '../../../src/harness/verify.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { decodeBase64 } from '../../helpers/decodeBase64.ts';
import { dropNoOutcome } from '../../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { refusal } from '../../helpers/refusal.ts';
import { rejection } from '../../helpers/rejection.ts';
import { all, contracts, reporting, take, world } from '../harness/delivery/correct.ts';
import { type Any, eventFor, received } from './received.ts';

const warnings = inEmptyDirectories();

/** As `cdk synth` writes it. */
const cdk = path.join(__dirname, 'templates', 'RefundsStack.template.json');

test('a rule, its queue and the mapping of the queue make the delivery to a function', async () => {
  const { rule, via, findings } = deliveryTo(cdk, 'Handler886CB40B');
  expect(rule).toEqual({
    source: ['aws.cases'],
    'detail-type': ['Amazon Connect Cases Change'],
    detail: { eventType: ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'] },
  });
  expect(findings).toEqual([]);
  await verifyDelivery(contracts, via(reporting(take)), all);
});

test("a message comes as often as the template's maxReceiveCount says", async () => {
  const { via } = deliveryTo(cdk, 'Handler886CB40B');
  const counts = new Set<string>();
  const refusing = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    for (const { attributes } of Records) counts.add(attributes.ApproximateReceiveCount);
    return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
  const failure = await rejection(verifyDelivery(contracts, via(refusing), all));
  expect(failure).toBeInstanceOf(DeliveryViolation);
  expect([...counts]).toEqual(['1', '2', '3']);
});

const variants = path.join(__dirname, 'templates', 'VariantsStack.template.json');
const [created, updated] = contractsFor('refunds', {
  ...ignoringAll,
  'CASE.CREATED': ['case.caseId'],
  'CASE.UPDATED': ['case.caseId'],
}) as unknown as readonly [Contract, Contract];

test('a function that a rule invokes is invoked again as often as its EventInvokeConfig says', async () => {
  const { via } = deliveryTo(variants, 'Direct');
  const ids = new Map<string, number>();
  const failing = async (_: unknown, { awsRequestId }: { awsRequestId: string }): Promise<void> => {
    ids.set(awsRequestId, (ids.get(awsRequestId) ?? 0) + 1);
    throw new Error('the store is down');
  };
  const { message } = await rejection(verifyDelivery(contracts, via(failing), { ...world, runs: 1 }));
  expect(message).toContain('     and so once more');
  expect(Math.max(...ids.values())).toBeGreaterThanOrEqual(2);
});

describe('verify', () => {
  test('observes what a function reads of the part that InputPath names', async () => {
    const { via } = deliveryTo(variants, 'Direct');
    await verify(
      updated,
      via(async (detail: Any) => detail.case.caseId),
      { runs: 5 },
    );
    expect(dropNoOutcome(warnings).filter((warning) => !warning.includes('got no rule'))).toEqual([]);
    await verify(
      updated,
      via(async () => undefined),
      { runs: 5, reads: 'warn' },
    );
    expect(warnings.join('')).toContain('refunds handles CASE.UPDATED: declared, never read: case.caseId.');
  });

  test('fails a function of whole events behind an InputPath', async () => {
    const { via } = deliveryTo(variants, 'Direct');
    const { message } = await rejection(
      verify(
        updated,
        via(async ({ detail }: Any) => detail.case.caseId),
        { runs: 5 },
      ),
    );
    expect(message).toContain("Cannot read properties of undefined (reading 'case')");
  });

  test('plays an input that a transformer makes anew, of which no reads are observed', async () => {
    const { via } = deliveryTo(variants, 'Transformed');
    await verify(
      updated,
      via(async ({ caseId }: Any) => caseId.length),
      { runs: 5 },
    );
    expect(warnings).toEqual([]);
  });

  test('fails if a transformer makes no JSON of an event, which is lost then', async () => {
    const [, , , item] = contractsFor('refunds', ignoringAll) as unknown as readonly Contract[];
    const { via } = deliveryTo(variants, 'Transformed');
    const { message } = await rejection(
      verify(
        item as Contract,
        via(async () => undefined),
        { runs: 5 },
      ),
    );
    expect(message).toContain(
      '.Targets[0].InputTransformer makes no JSON of this event, so the event never reaches the function. The variable of a missing path is empty: write it within quotes. The text is "{',
    );
  });

  test('names the transformer if a function behind a queue gets no JSON', async () => {
    const template = JSON.parse(readFileSync(cdk, 'utf8'));
    template.Resources.CasesRule27BF9DDD.Properties.Targets[0].InputTransformer = {
      InputPathsMap: { user: '$.detail.performedBy.user', id: '$.detail.case.caseId' },
      InputTemplate: '{"id": <id>, "user": <user>}',
    };
    const { via } = deliveryTo(template, 'Handler');
    const parsing = async ({ Records }: Any): Promise<void> => void Records.map(({ body }: Any) => JSON.parse(body));
    const { message } = await rejection(verify(created, via(parsing), { runs: 5 }));
    expect(message).toContain(
      'CasesRule27BF9DDD.Targets[0].InputTransformer makes no JSON of this event. The variable of a missing path is empty: write it within quotes. The text is "{\\"id\\": ',
    );
  });

  test("takes no read of a mapping's filter for one of the function", async () => {
    const [typed] = contractsFor('refunds', { ...ignoringAll, 'CASE.UPDATED': ['eventType'] }).filter(
      ({ reads }) => reads.length > 0,
    ) as [Contract];
    const { via } = deliveryTo(variants, 'Raw');
    await verify(
      typed,
      via(async ({ Records }) => void Records.map(({ body }) => body.length)),
      { runs: 5, reads: 'warn' },
    );
    expect(warnings.join('')).toContain('refunds handles CASE.UPDATED: declared, never read: eventType.');
  });

  test('fails if a filter drops all events of a row, also without a rule', async () => {
    const { via } = deliveryTo(variants, 'Raw');
    await verify(updated, via(reporting(({ detail }) => detail.case.caseId)), { runs: 5 });
    expect(warnings.filter((warning) => warning.includes('never read'))).toEqual([]);
    const { message } = await rejection(
      verify(created, via(reporting(({ detail }) => detail.case.caseId)), { runs: 5 }),
    );
    expect(message).toContain(
      'refunds handles CASE.CREATED: the filter before the function delivers none of these events.',
    );
  });
});

test('the replay line of a failure names via', async () => {
  const { via } = deliveryTo(cdk, 'Handler');
  const failing = via(reporting(({ detail }) => detail.performedBy.user.userArn));
  const { message } = await rejection(verify(updated, failing, { runs: 5 }));
  expect(message).toContain('verify(contract, via(handler), {');
});

test('via refuses anything but a function', () => {
  expect(refusal(() => deliveryTo(cdk, 'Handler').via(undefined as never))).toBe(
    'the first argument of via is undefined; allowed: the function that Lambda calls. Import it by its name, as the Lambda configuration names it.',
  );
});

describe('a rule to a Firehose stream', () => {
  const Processors = [
    {
      Type: 'Lambda',
      Parameters: [
        { ParameterName: 'LambdaArn', ParameterValue: { 'Fn::Sub': ['$', '{Transform.Arn}:live'].join('') } },
        { ParameterName: 'NumberOfRetries', ParameterValue: '3' },
      ],
    },
  ];
  const templateOf = (Enabled?: unknown): Any => ({
    Resources: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { source: ['aws.cases'] },
          Targets: [{ Id: 'a', Arn: { 'Fn::GetAtt': ['Stream', 'Arn'] }, RoleArn: 'arn:aws:iam::1:role/a' }],
        },
      },
      Stream: {
        Type: 'AWS::KinesisFirehose::DeliveryStream',
        Properties: {
          ExtendedS3DestinationConfiguration: { ProcessingConfiguration: { Enabled, Processors } },
        },
      },
      Transform: { Type: 'AWS::Lambda::Function', Properties: {} },
    },
  });

  test.each([[true], ['true'], [undefined]])(
    'leads to the function that transforms its records: %j',
    async (enabled) => {
      const delivery = deliveryTo(templateOf(enabled), 'Transform');
      expect(delivery.ways).toEqual([['Rule', 'Stream', 'Transform']]);
      expect(delivery.findings).toEqual([]);
      const [input] = await received(delivery, eventFor('CASE.CREATED'));
      expect(JSON.parse(decodeBase64(input.records[0].data)).detail.eventType).toBe('CASE.CREATED');
    },
  );

  test('whose processing is disabled never invokes it', () => {
    const { findings } = deliveryTo(templateOf('false'), 'Transform');
    expect(findings.map(({ where, what, why, todo }) => `${where}: ${what}. ${why}. ${todo}`)).toEqual([
      'Stream.ProcessingConfiguration.Enabled: The delivery stream Stream has its processing disabled. It never invokes Transform. Set Enabled to true',
    ]);
  });
});

describe('a mistake with what deliveryTo returns is named:', () => {
  const { rule, via } = deliveryTo(cdk, 'Handler');
  const read = { ...ignoringAll, 'CASE.UPDATED': ['case.caseId'] } as const;
  const takes = reporting(({ detail }) => detail.case?.caseId);

  test('contractsFor without the rule, once for a table', async () => {
    const without = contractsFor('refunds', read);
    for (const contract of without.slice(0, 2)) await verify(contract, via(takes), { runs: 5 });
    const about = warnings.filter((warning) => warning.includes('got no rule'));
    expect(about).toEqual([
      'refunds: contractsFor got no rule, so events are played that the rule of the template may never deliver. Write contractsFor(consumer, table, { domain, rule }), with the rule that deliveryTo returns.\n',
    ]);
    const [withRule] = contractsFor('others', read, { rule });
    await verify(withRule as Contract, via(takes), { runs: 5 });
    expect(warnings.filter((warning) => warning.includes('got no rule'))).toEqual(about);
  });

  test.each<[string, unknown]>([
    ['via', via],
    ['viaSqs', viaSqs],
    ['viaKinesis', viaKinesis],
  ])('%s that got no function', async (name, maker) => {
    const expected = `handler is the function ${name}; allowed: what ${name} returns. ${name} makes a handler of your function, and handles no event itself. Write ${name}(handler).`;
    expect((await rejection(verify(updated, maker as never))).message).toBe(expected);
    expect((await rejection(verifyDelivery(contracts, maker as never, all))).message).toBe(expected);
  });

  test('all of it as the rule', () => {
    expect(refusal(() => contractsFor('refunds', read, { rule: deliveryTo(cdk, 'Handler') }))).toBe(
      'options.rule is all that deliveryTo returns; allowed: an event pattern: an object, or its JSON as text. Write const { rule } = deliveryTo(…).',
    );
  });
});

test('a disabled rule beside another one adds nothing to the pattern', () => {
  const ruleFor = (eventType: string, State: string): object => ({
    Type: 'AWS::Events::Rule',
    Properties: {
      EventPattern: { source: ['aws.cases'], detail: { eventType: [eventType] } },
      State,
      Targets: [{ Id: 'a', Arn: { 'Fn::GetAtt': ['Handler', 'Arn'] } }],
    },
  });
  const patternOf = (...states: readonly [string, string]): unknown => {
    const [Created, Deleted] = [ruleFor('CASE.CREATED', states[0]), ruleFor('CASE.DELETED', states[1])];
    const Handler = { Type: 'AWS::Lambda::Function', Properties: {} };
    return deliveryTo({ Resources: { Created, Deleted, Handler } }, 'Handler').rule;
  };
  const [first, second] = ['CASE.CREATED', 'CASE.DELETED'].map((type) => ({
    source: ['aws.cases'],
    detail: { eventType: [type] },
  }));
  expect(patternOf('ENABLED', 'ENABLED')).toEqual([first, second]);
  expect(patternOf('ENABLED', 'DISABLED')).toEqual(first);
  expect(patternOf('DISABLED', 'DISABLED')).toEqual([first, second]);
});
