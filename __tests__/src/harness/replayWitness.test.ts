import type { Contract } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import type { Table } from '../../../contracts/table.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { ContractViolation } from '../../../src/harness/failure/contractViolation.ts';
import type { Handler } from '../../../src/harness/lambda/runHandler.ts';
import { verify } from '../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

type Any = ReturnType<typeof JSON.parse>;

const warnings = inEmptyDirectories();
beforeEach(() => {
  delete process.env.CI;
});

const contracts = contractsFor(
  'refunds',
  {
    ...ignoringAll,
    'CASE.UPDATED': ['case.caseId', 'case.fields.title'],
    'RELATED_ITEM.CREATED': {
      Comment: ['relatedItem.relatedItemId', 'relatedItem.comment.body'],
      Contact: ['relatedItem.contact.contactArn'],
      ConnectCase: ['relatedItem.connectCase.caseId'],
      otherwise: ignored,
    },
  } as Table<typeof exampleDomain>,
  { domain: exampleDomain },
).filter(({ reads }) => reads.length > 0);

/** Every fault leaves another kind of witness, with its identity in other places. */
const faults: readonly (readonly [string, (event: Any) => boolean])[] = [
  ['no user', ({ detail }) => !detail.performedBy.user],
  ['an odd case id', ({ resources }) => resources.some((arn: string) => arn.includes('/1:2#'))],
  ['long ids', ({ resources }) => resources[1].length > 300],
  ['other times', ({ detail }) => detail.approximateChangeTime > '2029'],
  ['the longest text or ids', (event) => JSON.stringify(event).length > 1500],
];

describe.each(contracts.map((contract) => [contract.title, contract] as const))('%s: a witness', (_, contract) => {
  test.each(faults)(
    'of %s is found again before all others, as a new event with the same differences',
    async (_, fails) => {
      const events: Any[] = [];
      const handler = (event: Any) => {
        events.push(structuredClone(event));
        if (fails(event)) throw new Error('no');
      };
      const first = await verify(contract, handler as Handler, { runs: 200 }).catch((error: unknown) => error);
      expect(first).toBeInstanceOf(ContractViolation);
      const { event, differences } = first as ContractViolation & { event: Any };
      events.length = 0;
      const second = await verify(contract, handler as Handler).catch((error: unknown) => error);
      expect(warnings.filter((line) => line.includes('witness'))).toEqual([]);
      expect(second).toBeInstanceOf(ContractViolation);
      expect((second as ContractViolation).differences).toEqual(differences);
      // It is played again: an error that comes once would not be its fault.
      expect(events).toHaveLength(2);
      const differs = differences.map(({ steps: segments }) => segments.join('.'));
      if (!differs.includes('id')) expect(new Set([...events, event].map(({ id }) => id)).size).toBe(3);
      for (const path of ['case.caseId', 'relatedItem.relatedItemId', 'relatedItem.caseId']) {
        const of = (event: Any): string | undefined =>
          path.split('.').reduce((part, segment) => part?.[segment], event.detail);
        if (of(events[0]) === undefined || differs.includes(`detail.${path}`)) continue;
        expect(of(events[0])).not.toBe(of(event));
        expect(events[0].resources[1]).toContain(of(events[0]));
      }
    },
  );
});

test('a consumer that keeps the newest change works on the first look and on every fixed case', async () => {
  const [updated] = contracts as unknown as [Contract];
  let newest = 0;
  let skipped = 0;
  const handler = ({ detail }: Any): unknown => {
    const time = Date.parse(detail.approximateChangeTime);
    if (time <= newest) return void skipped++;
    // Typical instants are of other years.
    if (detail.approximateChangeTime < '2022-06') newest = time;
    return [detail.case.caseId, detail.case.fields?.title];
  };
  await verify(updated, handler as Handler, { runs: 0, reads: 'off', ambiguities: 'off' });
  // The sample comes a second time on purpose.
  expect(skipped).toBe(1);
});

test('a handler that changes the event is found again by its witness, and blamed again', async () => {
  const [contract] = contracts as unknown as [Contract];
  const sorting: Handler = ({ detail }: Any) => void detail.changedFieldIds.sort().reverse();
  for (let run = 0; run < 3; run++) {
    const failure = await verify(contract, sorting).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ContractViolation);
    expect((failure as Error).message).toContain('changed the event object');
  }
});
