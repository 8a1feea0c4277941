import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { itemGroups, listReadItems } from '../../../contracts/rule/readItems.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';
import { listRows } from '../../helpers/listRows.ts';

const read = ['relatedItem.caseId'] as const;

test('a row of item types reads those that it names, and the others as otherwise says', () => {
  const contracts = contractsFor('refunds', {
    ...ignoringAll,
    'CASE.CREATED': ['case.caseId'],
    'RELATED_ITEM.CREATED': { Comment: read, File: ignored, otherwise: ignored },
    'RELATED_ITEM.UPDATED': { Comment: ignored, File: ignored, Sla: read, otherwise: read },
    'RELATED_ITEM.DELETED': read,
  });
  expect([...listReadItems(listRows(contracts))]).toEqual([
    ['RELATED_ITEM.CREATED', ['Comment']],
    ['RELATED_ITEM.UPDATED', ['Contact', 'Sla', 'ConnectCase', 'Custom', 'otherwise']],
    ['RELATED_ITEM.DELETED', itemGroups],
  ]);
});

test('event types of which nothing is read are left out', () => {
  const contracts = contractsFor('refunds', {
    ...ignoringAll,
    'RELATED_ITEM.CREATED': { File: ignored, otherwise: ignored },
  });
  expect([...listReadItems(listRows(contracts))]).toEqual([]);
});
