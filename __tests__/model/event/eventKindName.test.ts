import { nameEventKinds } from '../../../model/event/eventKindName.ts';

test('a type of related-item events has a kind for each item type, also one that AWS does not have today', () => {
  expect(nameEventKinds('RELATED_ITEM.CREATED', ['Comment', 'Voicemail'])).toEqual([
    { type: 'RELATED_ITEM.CREATED', itemType: 'Comment' },
    { type: 'RELATED_ITEM.CREATED', itemType: 'Voicemail' },
  ]);
});

test('a type of case events is one kind, whatever the item types', () => {
  expect(nameEventKinds('CASE.UPDATED', ['Comment', 'File'])).toEqual([{ type: 'CASE.UPDATED' }]);
  expect(nameEventKinds('CASE.UPDATED', [])).toEqual([{ type: 'CASE.UPDATED' }]);
});
