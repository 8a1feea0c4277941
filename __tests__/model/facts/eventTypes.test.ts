import { documentedSpelling, eventTypes, isRelatedItemEventType } from '../../../model/facts/eventTypes.ts';

describe('event types', () => {
  it('are six, three of them for related items', () => {
    expect(eventTypes).toHaveLength(6);
    expect(eventTypes.filter(isRelatedItemEventType)).toEqual([
      'RELATED_ITEM.CREATED',
      'RELATED_ITEM.UPDATED',
      'RELATED_ITEM.DELETED',
    ]);
  });

  it('are spelled like their names, except one', () => {
    expect(eventTypes.filter((type) => documentedSpelling[type] !== type)).toEqual(['RELATED_ITEM.DELETED']);
    expect(documentedSpelling['RELATED_ITEM.DELETED']).toBe('CASE.RELATED_ITEM.DELETED');
  });
});
