import { nameEventKinds } from '../../../model/event/eventKindName.ts';

test('a related-item event type has one kind for each item type, in their order', () => {
  expect(nameEventKinds('RELATED_ITEM.UPDATED', ['Comment', 'Survey'])).toEqual([
    { type: 'RELATED_ITEM.UPDATED', itemType: 'Comment' },
    { type: 'RELATED_ITEM.UPDATED', itemType: 'Survey' },
  ]);
});

test('a case event type is one kind without an item type, whichever are named', () => {
  expect(nameEventKinds('CASE.CREATED', [])).toEqual([{ type: 'CASE.CREATED' }]);
  expect(nameEventKinds('CASE.CREATED', ['Comment', 'Sla'])).toEqual([{ type: 'CASE.CREATED' }]);
});
