import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import {
  eventTypeSpellings,
  isCaseEvent,
  isRelatedItemEvent,
  logicalTypeOf,
} from '../../../model/event/logicalType.ts';
import { sample } from '../../../model/event/samples.ts';

describe('logicalTypeOf', () => {
  it('takes CASE. off a related-item type, and off no other', () => {
    expect(logicalTypeOf('CASE.RELATED_ITEM.DELETED')).toBe('RELATED_ITEM.DELETED');
    expect(logicalTypeOf('RELATED_ITEM.DELETED')).toBe('RELATED_ITEM.DELETED');
    expect(logicalTypeOf('CASE.DELETED')).toBe('CASE.DELETED');
    expect(logicalTypeOf('CASE.CASE.DELETED')).toBeUndefined();
    expect(logicalTypeOf(undefined)).toBeUndefined();
  });

  it('knows every spelling', () => {
    expect(eventTypeSpellings).toHaveLength(9);
    expect(eventTypeSpellings.map(logicalTypeOf)).not.toContain(undefined);
  });
});

describe('isCaseEvent and isRelatedItemEvent', () => {
  it('part the events in two', () => {
    const [ofCase, ofItem] = [sample('CASE.DELETED', exampleDomain), sample('RELATED_ITEM.DELETED', exampleDomain)];
    expect([isCaseEvent(ofCase), isRelatedItemEvent(ofCase)]).toEqual([true, false]);
    expect([isCaseEvent(ofItem), isRelatedItemEvent(ofItem)]).toEqual([false, true]);
  });
});
