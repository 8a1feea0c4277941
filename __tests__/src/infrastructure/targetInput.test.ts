import type { SQSEvent } from 'aws-lambda';
import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { verifyDelivery } from '../../../src/harness/delivery/verifyDelivery.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import { verify } from '../../../src/harness/verify.ts';
import { deliveryTo } from '../../../src/infrastructure/index.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { rejection } from '../../helpers/rejection.ts';

const warnings = inEmptyDirectories();

const byPath = { InputPath: '$.detail' };
const byTemplate = {
  InputTransformer: {
    InputPathsMap: { id: '$.detail.case.caseId', type: '$.detail.eventType' },
    InputTemplate: '{"type": <type>, "id": <id>}',
  },
};
const queue = { 'Fn::GetAtt': ['Queue', 'Arn'] };

/** A rule to a function with this input of the target, or to a queue before it. */
function makeTemplate(input: object, filter?: object): object {
  const isDirect = filter === undefined;
  const target = { Id: 'to', Arn: isDirect ? { 'Fn::GetAtt': ['Function', 'Arn'] } : queue, ...input };
  const EventPattern = { source: ['aws.cases'], detail: { eventType: ['CASE.CREATED'] } };
  const mapping = {
    EventSourceArn: queue,
    FunctionName: { Ref: 'Function' },
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] },
  };
  const behind = {
    Queue: { Type: 'AWS::SQS::Queue', Properties: {} },
    Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: mapping },
  };
  return {
    Resources: {
      Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern, Targets: [target] } },
      Function: { Type: 'AWS::Lambda::Function', Properties: {} },
      ...(isDirect ? {} : behind),
    },
  };
}

interface Way {
  readonly contract: Contract;
  readonly contracts: readonly Contract[];
  readonly via: (lambdaHandler: (event: never) => unknown) => Handler;
}

let count = 0;

function makeWay(input: object, filter?: object): Way {
  const { rule, via } = deliveryTo(makeTemplate(input, filter), 'Function');
  const table = { ...ignoringAll, 'CASE.CREATED': ['case.caseId'] } as const;
  const contracts = contractsFor(`input-${count++}`, table, { rule });
  return { contract: contracts[0] as Contract, contracts: [...contracts], via: via as unknown as Way['via'] };
}

interface Whole {
  readonly detail?: { readonly eventType: string; readonly case: { readonly caseId: string } };
}

/** A handler of whole events. */
const whole = ({ detail }: Required<Whole>): string =>
  detail.eventType === 'CASE.CREATED' ? detail.case.caseId : 'other';
/** The same with a guard. */
const guarded = ({ detail }: Whole): string | undefined => (detail === undefined ? undefined : detail.case.caseId);

const SENT = {
  path: 'Rule.Targets[0].InputPath sends only $.detail of the event. What reaches the function: {"version":"0","eventType":"CASE.CREATED",',
  template:
    'Rule.Targets[0].InputTransformer sends another text in place of the event. What reaches the function: {"type": "CASE.CREATED", "id": "',
};

describe('a handler of whole events behind an input of the target', () => {
  test.each([
    ['InputPath', byPath, SENT.path],
    ['InputTransformer', byTemplate, SENT.template],
  ])('%s: the failure shows what the function gets', async (_, input, sent) => {
    const { contract, contracts, via } = makeWay(input);
    const { message } = await rejection(verify(contract, via(whole)));
    expect(message).toContain(`\nWhat the target of the rule sends in place of the event\n  ${sent}`);
    expect(message).not.toContain('to see it: fixture');
    const seen = new Set<string>();
    const late = await rejection(
      verifyDelivery(
        contracts,
        via((event: never) => seen.add(whole(event))),
        {
          reset: () => seen.clear(),
          observe: () => [...seen].sort(),
          tolerates: [],
        },
      ),
    );
    expect(late.message).toContain(`\nWhat the target of the rule sends in place of the event\n  ${sent}`);
  });

  test('with a guard: the report says what the function gets, and gives no row to copy', async () => {
    const { contract, via } = makeWay(byPath);
    const { message } = await rejection(verify(contract, via(guarded)));
    expect(message).toContain(`\nWhat the target of the rule sends in place of the event\n  ${SENT.path}`);
    expect(message).toContain('  detail.detail\n');
    expect(message).toContain(
      '\n  Let the handler read the paths of the row where they are: its input is $.detail of the event, so it has no detail around it. Or remove Rule.Targets[0].InputPath: then the target sends the event itself.',
    );
    expect(message).not.toContain('The row as it should be');
    expect(message).not.toContain('opy the row');
  });

  test.each([
    ['InputPath', byPath, SENT.path],
    ['InputTransformer', byTemplate, SENT.template],
  ])('%s with a guard: verifyDelivery says what the function gets', async (_, input, sent) => {
    const { contracts, via } = makeWay(input);
    const seen = new Set<string | undefined>();
    const handler = via((event: never) => {
      const id = guarded(event);
      if (id !== undefined) seen.add(id);
    });
    const { message } = await rejection(
      verifyDelivery(contracts, handler, { reset: () => seen.clear(), observe: () => [...seen].sort(), tolerates: [] }),
    );
    expect(message).toContain(`Does the handler return early, or not recognize the records? ${sent}`);
  });

  test('InputTransformer with a guard: the warning says what the function gets', async () => {
    const { contract, via } = makeWay(byTemplate);
    await verify(contract, via(guarded));
    expect(warnings.join('')).toContain(`the handler answers nothing. ${SENT.template}`);
  });
});

/** A function behind a queue that reports each record that it cannot parse, without a word. */
const reporting =
  (seen: Set<string>) =>
  async ({ Records }: SQSEvent): Promise<object> => {
    const batchItemFailures: object[] = [];
    for (const { body, messageId } of Records) {
      try {
        seen.add(JSON.parse(body).id);
      } catch {
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };

test('a transformer that makes no JSON of an event is named by verifyDelivery, too', async () => {
  const InputTransformer = {
    InputPathsMap: { id: '$.detail.case.caseId', by: '$.detail.performedBy.user' },
    InputTemplate: '{"id": <id>, "by": <by>}',
  };
  const { contracts, via } = makeWay({ InputTransformer }, { messageId: [{ exists: true }] });
  const seen = new Set<string>();
  const { message } = await rejection(
    verifyDelivery(contracts, via(reporting(seen) as never), {
      reset: () => seen.clear(),
      observe: () => [...seen].sort(),
      tolerates: [],
    }),
  );
  expect(message).toContain(
    'Rule.Targets[0].InputTransformer makes no JSON of this event. The variable of a missing path is empty: write it within quotes. The text is "{',
  );
  expect(message).not.toContain('no error is known');
});
