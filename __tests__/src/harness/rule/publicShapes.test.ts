import type { Contract } from '../../../../contracts/contract.ts';
import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../contracts/ignored.ts';
import type { Table } from '../../../../contracts/table.ts';
import { undelivered } from '../../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { parseEventType } from '../../../../model/event/parseEventType.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../../src/harness/lambda/runHandler.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { deliveryTo } from '../../../../src/infrastructure/deliveryTo.ts';
import { decodeBase64 } from '../../../helpers/decodeBase64.ts';
import { dropNoOutcome } from '../../../helpers/dropNoOutcome.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';

const warnings = inEmptyDirectories();

type Any = ReturnType<typeof JSON.parse>;

const API_CALL = 'AWS API Call via CloudTrail';
const UNKNOWN = 'an unknown event type';

/** Every event that the handler got. */
const got: Any[] = [];
/** The ids of cases and items. */
const seen = new Set<string>();
const deleted = new Set<string>();

/** The handler: it keeps the same in any order, and passes over events that are not about a case or an item. */
function take(event: Any): void {
  got.push(event);
  const { eventType, case: kase, relatedItem } = event.detail;
  const type = parseEventType(eventType);
  if (type === undefined) return;
  const id = kase === undefined ? relatedItem.relatedItemId : kase.caseId;
  (type.endsWith('.DELETED') ? deleted : seen).add(id);
}

const hooks = {
  reset: () => {
    seen.clear();
    deleted.clear();
  },
  observe: () => [...seen].filter((id) => !deleted.has(id)).sort(),
};

/** The name by which a rule would select an event. */
function nameOf(event: Any): string {
  if (event['detail-type'] === API_CALL) return API_CALL;
  return parseEventType(event.detail.eventType) === undefined ? UNKNOWN : event.detail.eventType;
}

const cases = ['CASE.CREATED', 'CASE.UPDATED', 'CASE.DELETED'];
const items = ['RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'];
/** The spellings of AWS's page, which histories have. */
const documented = [...cases, 'RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.DELETED'];
const everySpelling = [...cases, ...items, ...items.map((type) => `CASE.${type}`)];

const ofCases = {
  'CASE.CREATED': ['case.caseId'],
  'CASE.UPDATED': ['case.caseId'],
  'CASE.DELETED': ['case.caseId'],
} as const;
const ofItems = {
  'RELATED_ITEM.CREATED': ['relatedItem.relatedItemId'],
  'RELATED_ITEM.UPDATED': ignored,
  'RELATED_ITEM.DELETED': ['relatedItem.relatedItemId'],
} as const;
const noCases = { 'CASE.CREATED': undelivered, 'CASE.UPDATED': undelivered, 'CASE.DELETED': undelivered } as const;
const noItems = {
  'RELATED_ITEM.CREATED': undelivered,
  'RELATED_ITEM.UPDATED': undelivered,
  'RELATED_ITEM.DELETED': undelivered,
} as const;

const source = ['aws.cases'];
const changes = { source, 'detail-type': ['Amazon Connect Cases Change'] };

/** A rule to a Firehose stream, whose records a function transforms. */
const firehose = deliveryTo(
  {
    Resources: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: changes,
          Targets: [
            { Id: 'stream', Arn: { 'Fn::GetAtt': ['Stream', 'Arn'] }, RoleArn: 'arn:aws:iam::111122223333:role/r' },
          ],
        },
      },
      Stream: {
        Type: 'AWS::KinesisFirehose::DeliveryStream',
        Properties: {
          ExtendedS3DestinationConfiguration: {
            ProcessingConfiguration: {
              Enabled: true,
              Processors: [
                {
                  Type: 'Lambda',
                  Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: { 'Fn::GetAtt': ['Transform', 'Arn'] } }],
                },
              ],
            },
          },
        },
      },
      Transform: { Type: 'AWS::Lambda::Function', Properties: {} },
    },
  },
  'Transform',
);

const transform = async ({ records }: Any): Promise<object> => ({
  records: records.map(({ recordId, data }: Any) => {
    take(JSON.parse(decodeBase64(data)));
    return { recordId, data, result: 'Ok' };
  }),
});

interface Shape {
  readonly rule: object;
  readonly table: Table;
  readonly handler?: Handler;
  /** The names of all events that the handler gets. */
  readonly plays: readonly string[];
  /** What `verify` says besides. */
  readonly warns?: readonly string[];
}

const shapes: Readonly<Record<string, Shape>> = {
  'the source alone': {
    rule: { source },
    table: { ...ofCases, ...ofItems },
    plays: [...everySpelling, UNKNOWN, API_CALL],
  },
  'source and detail-type': {
    rule: changes,
    table: { ...ofCases, ...ofItems },
    plays: [...everySpelling, UNKNOWN],
  },
  'one event type of related items, in one spelling': {
    rule: { source, detail: { eventType: ['RELATED_ITEM.CREATED'] } },
    table: { ...noCases, ...noItems, 'RELATED_ITEM.CREATED': ['relatedItem.relatedItemId'] },
    plays: ['RELATED_ITEM.CREATED'],
    warns: [
      'refunds handles RELATED_ITEM.CREATED: the rule delivers none of these events (detail.eventType asks for ["RELATED_ITEM.CREATED"]) if the answer to "do the event types of related items begin with CASE.?" is "CASE.RELATED_ITEM"',
    ],
  },
  'the three event types of cases': {
    rule: { source, detail: { eventType: cases } },
    table: { ...ofCases, ...noItems },
    plays: cases,
  },
  'source and detail-type, before the transform of a Firehose stream': {
    rule: firehose.rule,
    table: { ...ofCases, ...ofItems },
    handler: firehose.via(transform),
    plays: [...everySpelling, UNKNOWN],
  },
};

/** The fixed cases of a contract. */
function scheduledKeys(contract: Contract): readonly string[] {
  return contractSpace(contract)
    .schedule(contract.reads)
    .plannedEvents.map(({ key }) => key);
}

describe.each(Object.entries(shapes))('a public rule on %s', (_, { rule, table, plays, warns = [], ...shape }) => {
  const { matches } = eventPattern(rule);
  const handler = shape.handler ?? take;
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });

  beforeEach(() => {
    got.length = 0;
  });

  test('leaves out no case of a row that it delivers', () => {
    for (const contract of contracts) {
      const { rule: _rule, ...without } = contract;
      expect(scheduledKeys(contract)).toEqual(contract.undelivered ? [] : scheduledKeys(without));
    }
  });

  test('brings all events that it admits to a correct handler, and no others', async () => {
    for (const contract of contracts) await verify(contract, handler, { reset: hooks.reset, seed: 16, runs: 5 });
    expect(got.filter((event) => !matches(event))).toEqual([]);
    expect(new Set(got.map(nameOf))).toEqual(new Set(plays));
    expect(dropNoOutcome(warnings)).toEqual(warns.map((text) => expect.stringContaining(text)));
  });

  test('brings histories of the events that it admits', async () => {
    await verifyDelivery(contracts, handler, { ...hooks, seed: 16, runs: 20 });
    expect(got.filter((event) => !matches(event))).toEqual([]);
    expect(new Set(got.map(nameOf))).toEqual(new Set(plays.filter((name) => documented.includes(name))));
    expect(dropNoOutcome(warnings)).toEqual([]);
  });
});
