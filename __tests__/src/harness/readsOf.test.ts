import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { undelivered } from '../../../contracts/undelivered.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { readsOf } from '../../../src/harness/readsOf.ts';
import { viaSqs } from '../../../src/harness/transports/sqs.ts';
import { verify } from '../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { rejection } from '../../helpers/rejection.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

const domain = exampleDomain;

/** Answers of case events who did what. */
async function handler({ detail }: Any): Promise<unknown> {
  return detail.case === undefined ? 'not for us' : [detail.case.caseId, detail.performedBy?.user?.userArn];
}

const row = ['case.caseId', 'performedBy.user.userArn'];
const reads = { ...ignoringAll, 'CASE.CREATED': row, 'CASE.UPDATED': row, 'CASE.DELETED': row };

test('its table is green', async () => {
  const table = await readsOf(handler, { domain });
  expect(table).toEqual(reads);
  for (const contract of contractsFor('refunds', table, { domain })) await verify(contract, handler, { runs: 0 });
});

test('the option via puts a transport before the handler', async () => {
  const ofBatches = async ({ Records }: Any): Promise<void> => {
    for (const { body } of Records) await handler(JSON.parse(body));
  };
  expect(await readsOf(ofBatches as never, { domain, via: viaSqs })).toEqual(reads);
});

test('a rule makes rows undelivered', async () => {
  const rule = { source: ['aws.cases'], detail: { eventType: ['CASE.CREATED'] } };
  const rows = Object.keys(ignoringAll).map((type) => [type, type === 'CASE.CREATED' ? row : undelivered]);
  expect(await readsOf(handler, { domain, rule })).toEqual(Object.fromEntries(rows));
});

test('an item type whose events are read otherwise gets its own list', async () => {
  const ofComments = async ({ detail: { eventType, relatedItem } }: Any): Promise<unknown> =>
    /RELATED_ITEM\.CREATED$/.test(eventType) && relatedItem.relatedItemType.toLowerCase() === 'comment'
      ? relatedItem.comment?.body
      : relatedItem === undefined;
  expect(await readsOf(ofComments, { domain })).toEqual({
    ...ignoringAll,
    'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], otherwise: ignored },
  });
});

describe('it refuses', () => {
  const messageOf = async (...given: Parameters<typeof readsOf>): Promise<string> =>
    (await rejection(readsOf(...given))).message;

  test('a handler that fails on a sample', async () => {
    const failing = async ({ detail }: Any): Promise<unknown> => detail.case.caseId;
    expect(await messageOf(failing, { domain })).toBe(
      "readsOf: the handler failed on the sample of RELATED_ITEM.CREATED of a Comment (TypeError: Cannot read properties of undefined (reading 'caseId')), so what it reads afterwards is unknown. Every handler gets such events: mend it first.",
    );
  });

  test('a handler that reads nothing', async () => {
    expect(await messageOf(async () => 'done', { domain })).toBe(
      'readsOf: the handler reads nothing of any event, or nothing that comes out depends on what it reads. Does it know the event types, such as "CASE.CREATED"? Behind a queue, give via: viaSqs. If it runs in another process, give observe or downstream, which show what it does.',
    );
  });

  test('a handler of a queue without its transport', async () => {
    const ofBatches = async ({ Records }: Any): Promise<void> => void Records.map(({ body }: Any) => body);
    expect(await messageOf(ofBatches as never, { domain })).toMatch(/viaSqs\(/);
  });

  test('a text in place of a transport', async () => {
    expect(await messageOf(handler, { domain, via: 'sqs' as never })).toBe(
      'options.via is "sqs"; allowed: viaSqs or another via… function, or a function that calls it: (handler) => viaSqs(handler, { batchSize: 5 }).',
    );
  });

  test('no domain, and an option that it does not know', async () => {
    expect(await messageOf(handler, {} as never)).toMatch(/^options\.domain|^the domain/);
    expect(await messageOf(handler, { domain, vias: viaSqs } as never)).toMatch(/vias.*Did you mean "via"\?/s);
  });
});
