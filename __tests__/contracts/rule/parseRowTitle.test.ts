import { contractsFor } from '../../../contracts/contractsFor.ts';
import { ignored } from '../../../contracts/ignored.ts';
import { parseRowTitle } from '../../../contracts/rule/parseRowTitle.ts';
import { ignoringAll } from '../../helpers/ignoringAll.ts';

test('the title of a contract says its row, for any name of a consumer', () => {
  for (const consumer of ['refunds', 'refunds handles', 'my shop, ignores']) {
    const contracts = contractsFor(consumer, {
      ...ignoringAll,
      'CASE.CREATED': ['case.caseId'],
      'RELATED_ITEM.CREATED': { Comment: ['relatedItem.caseId'], File: ignored, otherwise: ['relatedItem.caseId'] },
    });
    for (const { title, eventType, itemType, reads } of contracts) {
      const row = parseRowTitle(consumer, title);
      expect([row?.eventType, row?.itemType, row?.reads.length === 0]).toEqual([
        eventType,
        itemType,
        reads.length === 0,
      ]);
    }
  }
});

test.each([
  'refund handles CASE.CREATED',
  'refunds handles CASE.MERGED',
  'refunds handles RELATED_ITEM.CREATED Survey',
  'refunds sees CASE.CREATED',
  'refunds handles CASE.CREATED and more',
])('%s is no title of refunds', (title) => {
  expect(parseRowTitle('refunds', title)).toBeUndefined();
});

test('a row that the rule never delivers reads nothing', () => {
  expect(parseRowTitle('refunds', 'refunds never gets CASE.DELETED')).toEqual({ eventType: 'CASE.DELETED', reads: [] });
});
