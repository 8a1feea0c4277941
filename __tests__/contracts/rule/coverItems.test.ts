import { listCovers } from '../../../contracts/rule/coverItems.ts';
import { itemGroups } from '../../../contracts/rule/readItems.ts';

test('event types of the same items share a block', () => {
  const covers = listCovers(
    new Map([
      ['RELATED_ITEM.CREATED', itemGroups],
      ['RELATED_ITEM.DELETED', itemGroups],
    ]),
  );
  expect(covers).toContainEqual([{ eventTypes: ['RELATED_ITEM.CREATED', 'RELATED_ITEM.DELETED'], items: itemGroups }]);
});

test('each cover has exactly what is read, and a block names nothing that other blocks have', () => {
  const covers = listCovers(
    new Map([
      ['RELATED_ITEM.CREATED', ['Comment', 'File']],
      ['RELATED_ITEM.UPDATED', ['Comment']],
    ]),
  );
  expect(covers).toEqual([
    [
      { eventTypes: ['RELATED_ITEM.CREATED'], items: ['Comment', 'File'] },
      { eventTypes: ['RELATED_ITEM.UPDATED'], items: ['Comment'] },
    ],
    [
      { eventTypes: ['RELATED_ITEM.CREATED'], items: ['File'] },
      { eventTypes: ['RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED'], items: ['Comment'] },
    ],
  ]);
});

test('nothing that is read needs no block', () => {
  expect(listCovers(new Map())).toEqual([[]]);
});

test('a block of all other item types keeps those that it does not take, though another block has them', () => {
  const covers = listCovers(
    new Map([
      ['RELATED_ITEM.CREATED', ['Comment', 'otherwise']],
      ['RELATED_ITEM.UPDATED', ['Comment']],
    ]),
  );
  expect(covers).toContainEqual([
    { eventTypes: ['RELATED_ITEM.CREATED'], items: ['Comment', 'otherwise'] },
    { eventTypes: ['RELATED_ITEM.CREATED', 'RELATED_ITEM.UPDATED'], items: ['Comment'] },
  ]);
});
