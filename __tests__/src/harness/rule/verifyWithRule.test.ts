import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import type { Table } from '../../../../contracts/table.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { eventPattern } from '../../../../model/rule/eventPattern.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../emptyDirectory.ts';
import { ignoringAll } from '../../../ignoringAll.ts';
import { rejection } from '../../../rejection.ts';

const warnings = inEmptyDirectories();

type Any = ReturnType<typeof JSON.parse>;

const { priority } = exampleDomain.fields;

/** Updates of urgent cases only. */
const urgentUpdates = {
  source: ['aws.cases'],
  detail: {
    eventType: ['CASE.UPDATED'],
    case: { fields: { [priority.id]: { value: { stringValue: ['urgent'] } } } },
  },
};

function contract(rows: Partial<Table<typeof exampleDomain>>, rule: object): Contract {
  const table = { ...ignoringAll, ...rows } as Table<typeof exampleDomain>;
  const [eventType] = Object.keys(rows);
  const contracts = contractsFor('refunds', table, { domain: exampleDomain, rule });
  return contracts.find((one) => one.eventType === eventType) as Contract;
}

const reading = contract({ 'CASE.UPDATED': ['case.caseId', 'case.fields.priority'] }, urgentUpdates);

test('a handler gets the events that the rule admits, and no other', async () => {
  const { matches } = eventPattern(urgentUpdates);
  const got: unknown[] = [];
  await verify(reading, (event: Any) => {
    got.push(JSON.parse(JSON.stringify(event)));
    return event.detail.case.caseId;
  });
  expect(got.filter((event) => !matches(event))).toEqual([]);
  expect(got.length).toBeGreaterThan(100);
  expect(warnings).toEqual([]);
});

test('a handler that fails only on events that the rule refuses passes', async () => {
  await verify(reading, (event: Any) => {
    if (event.detail.case.fields[priority.id].value.stringValue !== 'urgent') throw new Error('not urgent');
    return event.detail.case.caseId;
  });
});

test('a failing event shrinks to what the rule admits', async () => {
  const failure = (await rejection(
    verify(reading, (event: Any) => {
      if (event.detail.performedBy.user === undefined) throw new Error('no user');
      return event.detail.case.caseId;
    }),
  )) as Error & { event: Any };
  expect(failure.message).toContain('detail.performedBy.user: ');
  expect(failure.event.detail.case.fields[priority.id].value).toEqual({ stringValue: 'urgent' });
});
