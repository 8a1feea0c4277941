import type { TableRow } from '../../../contracts/contract.ts';
import { contractsFor } from '../../../contracts/contractsFor.ts';
import { deliversRow } from '../../../contracts/rule/deliversRow.ts';
import { undelivered } from '../../../contracts/undelivered.ts';
import { type Domain, requireDomain } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { compileRule } from '../../../model/rule/rule.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

const domain: Domain = requireDomain(exampleDomain);

function listDelivered(pattern: object): readonly string[] {
  const table = {
    ...ignoringAll,
    'CASE.DELETED': undelivered,
    'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], otherwise: undelivered },
  };
  const [contract] = contractsFor('refunds', table as never, { domain: exampleDomain, rule: pattern });
  const rule = compileRule('options.rule', pattern);
  const name = ({ eventType, itemType }: TableRow): string => [eventType, ...(itemType ? [itemType] : [])].join(' ');
  return (contract.table.rows as readonly TableRow[]).filter((row) => deliversRow(row, domain, rule)).map(name);
}

test('a rule delivers the rows of its event types, whatever they say', () => {
  expect(listDelivered({ detail: { eventType: ['CASE.DELETED', 'CASE.CREATED'] } })).toEqual([
    'CASE.CREATED',
    'CASE.DELETED',
  ]);
});

test('a row of item types is delivered with one of its own types only', () => {
  const detail = { eventType: ['RELATED_ITEM.CREATED'], relatedItem: { relatedItemType: ['Comment'] } };
  expect(listDelivered({ detail })).toEqual(['RELATED_ITEM.CREATED Comment']);
});
