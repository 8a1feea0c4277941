import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import {
  eventTypeSpellings,
  isCaseEvent,
  isRelatedItemEvent,
  listEventTypeSpellings,
  parseEventType,
} from '../../../model/event/parseEventType.ts';
import { makeSample } from '../../../model/event/samples.ts';

describe('parseEventType', () => {
  it('removes CASE. from related-item types only', () => {
    expect(parseEventType('CASE.RELATED_ITEM.DELETED')).toBe('RELATED_ITEM.DELETED');
    expect(parseEventType('RELATED_ITEM.DELETED')).toBe('RELATED_ITEM.DELETED');
    expect(parseEventType('CASE.DELETED')).toBe('CASE.DELETED');
    expect(parseEventType('CASE.CASE.DELETED')).toBeUndefined();
    expect(parseEventType(undefined)).toBeUndefined();
  });

  it('lists the spellings of one type', () => {
    expect(listEventTypeSpellings('RELATED_ITEM.DELETED')).toEqual([
      'RELATED_ITEM.DELETED',
      'CASE.RELATED_ITEM.DELETED',
    ]);
    expect(listEventTypeSpellings('CASE.DELETED')).toEqual(['CASE.DELETED']);
  });

  it('knows every spelling', () => {
    expect(eventTypeSpellings).toHaveLength(9);
    expect(eventTypeSpellings.map(parseEventType)).not.toContain(undefined);
  });
});

describe('isCaseEvent and isRelatedItemEvent', () => {
  it('divide the events into two groups', () => {
    const [ofCase, ofItem] = [
      makeSample('CASE.DELETED', exampleDomain),
      makeSample('RELATED_ITEM.DELETED', exampleDomain),
    ];
    expect([isCaseEvent(ofCase), isRelatedItemEvent(ofCase)]).toEqual([true, false]);
    expect([isCaseEvent(ofItem), isRelatedItemEvent(ofItem)]).toEqual([false, true]);
  });
});
