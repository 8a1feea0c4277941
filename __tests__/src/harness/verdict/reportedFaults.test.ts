import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { nameTest } from '../../../helpers/nameTest.ts';
import { rejection } from '../../../helpers/rejection.ts';

type Any = ReturnType<typeof JSON.parse>;

inEmptyDirectories();

const table = { ...ignoringAll, 'CASE.CREATED': ['case.caseId'], 'CASE.UPDATED': ['case.caseId'] } as const;

/** The contracts of a table of its own, so that each test begins with the first report. */
function tableOf(consumer: string): ReturnType<typeof contractsFor> {
  return contractsFor(consumer, table, { domain: exampleDomain });
}

async function refund({ id, detail }: Any): Promise<string> {
  if (detail.performedBy?.user === undefined) throw new Error(`event ${id} has no user`);
  return detail.performedBy.user.userArn;
}

async function messageOf(contract: ReturnType<typeof contractsFor>[number], handler: Any = refund): Promise<string> {
  nameTest(contract.title);
  return ((await rejection(verify(contract, handler))) as Error).message;
}

test('the second contract with the same fault names the first one, in short', async () => {
  const [created, updated, deleted] = tableOf('short');
  expect(await messageOf(created)).toContain('Why AWS may send this');
  const lines = (await messageOf(updated)).split('\n');
  expect(lines).toEqual([
    'short handles CASE.UPDATED: the handler failed as above, in "short handles CASE.CREATED" (here on an event of class sparse).',
    '',
    'What the handler did',
    expect.stringMatching(/^ {2}Error: event [\w-]+ has no user$/),
    expect.stringMatching(/^ {2}in refund \(.*reportedFaults\.test\.ts:\d+:\d+\)$/),
    '',
    'Replay',
    expect.stringMatching(
      /^ {2}CASES_REPLAY='short handles CASE\.UPDATED \| refund \| -?\d+ \| fixed:[\d:]+' npx jest$/,
    ),
    expect.stringMatching(/^ {2}(Kept in|Witness)/),
  ]);
  expect(await messageOf(deleted)).toContain('as above, in "short handles CASE.CREATED"');
});

test('another attempt of a test has a whole report, because the runner may not show the first contract', async () => {
  const [created, updated] = tableOf('again');
  for (let attempt = 0; attempt < 2; attempt++) expect(await messageOf(created)).toContain('Why AWS may send this');
  expect(await messageOf(updated)).toContain('as above');
  expect(await messageOf(updated)).toContain('Why AWS may send this');
});

test('another table, another line and another error have a whole report', async () => {
  const [created, updated, deleted] = tableOf('whole');
  await messageOf(created);
  const [other] = tableOf('others');
  expect(await messageOf(other)).toContain('Why AWS may send this');
  const elsewhere = async ({ id, detail }: Any) => {
    if (detail.performedBy?.user === undefined) throw new Error(`event ${id} has no user`);
  };
  expect(await messageOf(updated, elsewhere)).toContain('Why AWS may send this');
  const differently = async (event: Any) => {
    await refund(event).catch((cause) => {
      throw Object.assign(new TypeError('no user'), { cause: undefined, stack: cause.stack });
    });
  };
  expect(await messageOf(deleted, differently)).toContain('Why AWS may send this');
});

test('a fault without a line of the consumer has a whole report each time', async () => {
  const [created, updated] = tableOf('hanging');
  const hang = async ({ detail }: Any) =>
    detail.performedBy?.user === undefined ? new Promise<void>(() => undefined) : undefined;
  for (const contract of [created, updated]) expect(await messageOf(contract, hang)).toContain('Why AWS may send this');
});
