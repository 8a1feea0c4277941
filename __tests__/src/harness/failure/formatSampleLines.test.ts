import { fixture } from '../../../../arbitraries/fixture.ts';
import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../contracts/ignored.ts';
import { defineDomain } from '../../../../model/domain/domain.ts';
import type { CasesEvent } from '../../../../model/event/casesEvent.ts';
import { verifyDelivery } from '../../../../src/harness/delivery/verifyDelivery.ts';
import { ContractViolation } from '../../../../src/harness/failure/contractViolation.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';
import { rejection } from '../../../helpers/rejection.ts';

inEmptyDirectories();

const domain = defineDomain({ region: 'eu-central-1', accountId: '444455556666', domainId: 'd', fields: {} });
const table = {
  ...ignoringAll,
  'CASE.UPDATED': ['case.caseId'],
  'RELATED_ITEM.UPDATED': { Custom: ['relatedItem.relatedItemId'], otherwise: ignored },
  'RELATED_ITEM.DELETED': ['relatedItem.relatedItemId'],
} as const;
const contracts = contractsFor('refunds', table, { domain });
const named = (title: string, of: readonly Contract[] = contracts): Contract =>
  of.find((contract) => contract.title === title) as Contract;

const refuse = ({ detail }: CasesEvent): never => {
  throw new Error(`${detail.eventType}?`);
};
const ofRowName = ({ detail }: CasesEvent): string => {
  if (!detail.eventType.startsWith('RELATED_ITEM.')) throw new Error(`${detail.eventType}?`);
  return detail.eventType;
};

async function failureOf(contract: Contract, handler: (event: CasesEvent) => unknown): Promise<ContractViolation> {
  const failure = await rejection(verify(contract, handler));
  if (!(failure instanceof ContractViolation)) throw failure;
  return failure;
}

test('the failure says so, with the fact, if AWS spells a type differently from its row', async () => {
  const { message } = await failureOf(named('refunds handles RELATED_ITEM.DELETED'), ofRowName);
  const lines = message.split('\n').slice(2, 6);
  expect(lines).toEqual([
    'The event is the sample itself',
    '  nothing differs: it is the documented event of its type',
    '  detail.eventType: "CASE.RELATED_ITEM.DELETED", as AWS spells RELATED_ITEM.DELETED',
    "  to see it: fixture('RELATED_ITEM.DELETED', { class: 'sample', domain })",
  ]);
  expect(message).toMatch(
    /\nWhy AWS may send this\n {2}eventType is .*CASE\.RELATED_ITEM\.DELETED for a related item, as on the events page of 2022 to 2024.* \(documented\)\n {4}https:/,
  );
});

test('the call that shows the sample has the item type, and no domain if none was given', async () => {
  const { message } = await failureOf(named('refunds handles RELATED_ITEM.UPDATED Custom'), refuse);
  expect(message).toContain(
    "\n  to see it: fixture('RELATED_ITEM.UPDATED', { class: 'sample', relatedItemType: 'Custom', domain })\n",
  );
  const ofExample = contractsFor('returns', table);
  const updated = await failureOf(named('returns handles CASE.UPDATED', ofExample), refuse);
  expect(updated.message).toContain("\n  to see it: fixture('CASE.UPDATED', { class: 'sample' })\n");
  expect(updated.message).not.toContain('detail.eventType: ');
  expect(updated.message).not.toContain('Why AWS may send this');
});

test('the shown sample differs from the failing event only in ids and instants', async () => {
  const { event } = await failureOf(named('refunds handles RELATED_ITEM.DELETED'), ofRowName);
  const shown = fixture('RELATED_ITEM.DELETED', { class: 'sample', domain });
  expect(shown.detail.eventType).toBe('CASE.RELATED_ITEM.DELETED');
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shape(member)]))
      : typeof value;
  expect(shape(event)).toEqual(shape(shown));
});

test('an unknown item type is named, because no fixture shows it', async () => {
  const { message } = await failureOf(named('refunds handles RELATED_ITEM.DELETED'), ({ detail }) => {
    if (JSON.stringify(detail).includes('"Survey"')) throw new Error('a survey');
    return (detail as { readonly relatedItem?: { readonly relatedItemId: string } }).relatedItem?.relatedItemId;
  });
  expect(message).toContain(
    '\n  detail.relatedItem.relatedItemType: "Survey", which stands for a type that AWS may add\n',
  );
  expect(message).not.toContain('fixture(');
});

test('verifyDelivery says the same about its events', async () => {
  const world = { reset: () => undefined, observe: () => [] };
  const failure: Error = await verifyDelivery(
    contracts,
    (event: CasesEvent) => {
      if (event.detail.eventType.startsWith('CASE.RELATED_ITEM.')) ofRowName(event);
    },
    world,
  ).catch((error) => error);
  expect(failure.message).toContain(
    '\n  detail.eventType: "CASE.RELATED_ITEM.DELETED", as AWS spells RELATED_ITEM.DELETED\n',
  );
  expect(failure.message).toContain("\n  to see it: fixture('RELATED_ITEM.DELETED', { class: 'sample', ");
  expect(failure.message).toMatch(/\nWhy AWS may deliver this way\n {2}eventType is .*CASE\.RELATED_ITEM\.DELETED for/);
});
