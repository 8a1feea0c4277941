import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { type Dialect, resolveDialect } from '../../../model/event/dialect.ts';
import { readFraction, readingsOf } from '../../../model/event/readings.ts';
import { makeSample } from '../../../model/event/samples.ts';
import type { EventType } from '../../../model/facts/eventTypes.ts';
import { changed } from './changed.ts';

const common = {
  detailType: 'Amazon Connect Cases Change',
  fraction: 'milliseconds',
  performedBy: 'present',
} as const;

function shownBy(type: EventType, reading: Partial<Dialect>, itemType = 'Comment'): Partial<Dialect> {
  return readingsOf(makeSample(type, exampleDomain, { itemType, dialect: resolveDialect(reading) }));
}

describe('readingsOf', () => {
  it('lists exactly the readings that a case event shows', () => {
    expect(shownBy('CASE.UPDATED', {})).toEqual({
      ...common,
      userField: 'userArnValue',
      changedFieldIdsOnUpdate: 'present',
    });
    expect(shownBy('CASE.CREATED', {})).toEqual({
      ...common,
      userField: 'userArnValue',
      changedFieldIds: 'present',
      changedFieldIdsOnCreation: 'some fields',
    });
    // A list with every field fits both readings.
    const every = { changedFieldIdsOnCreation: 'every field with a value' } as const;
    expect(shownBy('CASE.CREATED', every)).not.toHaveProperty('changedFieldIdsOnCreation');
  });

  it('lists exactly the readings that a related-item event shows', () => {
    expect(shownBy('RELATED_ITEM.CREATED', {})).toEqual({
      ...common,
      relatedItemType: 'Comment',
      changedAttributes: 'comment.commentText',
      anyChangedAttributes: 'present',
    });
    expect(shownBy('RELATED_ITEM.DELETED', {}, 'File')).toEqual({
      ...common,
      relatedItemType: 'Comment',
      anyChangedAttributes: 'present',
      deletedItem: 'like an update',
    });
  });

  it.each([
    ['CASE.DELETED', { deletedCase: 'caseId only' }, 'Comment'],
    ['CASE.DELETED', { changedFieldIds: 'absent' }, 'Comment'],
    ['CASE.UPDATED', { changedFieldIdsOnUpdate: 'absent' }, 'Comment'],
    ['RELATED_ITEM.UPDATED', { anyChangedAttributes: 'absent' }, 'Comment'],
    ['RELATED_ITEM.DELETED', { deletedItem: 'type and ids only' }, 'Sla'],
    ['CASE.UPDATED', { performedBy: 'absent', detailType: 'Amazon Connect Cases Event' }, 'Comment'],
    ['CASE.UPDATED', { fraction: 'nanoseconds' }, 'Comment'],
    ['RELATED_ITEM.CREATED', { relatedItemType: 'comment' }, 'Survey'],
    ['RELATED_ITEM.CREATED', { relatedItemEventType: 'CASE.RELATED_ITEM' }, 'Sla'],
    ['RELATED_ITEM.DELETED', { relatedItemEventType: 'RELATED_ITEM' }, 'Sla'],
    ['RELATED_ITEM.UPDATED', { updatedItemTypes: 'all' }, 'Sla'],
    ['RELATED_ITEM.CREATED', { changedAttributes: 'comment.body' }, 'Comment'],
    ['RELATED_ITEM.CREATED', { customItemFields: 'map' }, 'Custom'],
    ['RELATED_ITEM.CREATED', { customItemFields: 'list' }, 'Custom'],
  ] as const)('of %s shows %j', (type, reading, itemType) => {
    expect(shownBy(type, reading, itemType)).toMatchObject(reading);
  });

  it('include a written-out cleared field, a user in a text, and a large entry', () => {
    const updated = makeSample('CASE.UPDATED', exampleDomain);
    const fields = { title: { value: { emptyValue: {} } }, created_by: { value: { stringValue: 'arn' } } };
    expect(readingsOf(changed(updated, 'detail.case.fields', fields))).toMatchObject({
      clearedField: 'emptyValue',
      userField: 'stringValue',
    });
    expect(readingsOf(changed(updated, 'detail.x', 'y'.repeat(262_144)))).toMatchObject({
      entrySize: '1,048,576 bytes',
    });
  });
});

describe('the zeros at the end of an instant', () => {
  const shownBy = (time: string) =>
    readingsOf(
      changed(makeSample('CASE.UPDATED', exampleDomain), 'detail.approximateChangeTime', `2022-03-16T23:16:${time}Z`),
    ).fractionZeros;

  it('show that they are written, or dropped, or nothing', () => {
    expect(['57.890', '57.89', '57.8932', '57.893', '57.893211', '57'].map(shownBy)).toEqual([
      'written',
      'dropped',
      'dropped',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('readFraction', () => {
  it('is undefined for numbers of digits outside every reading', () => {
    expect(readFraction('2022-03-16T23:16:57.89Z')).toBeUndefined();
    expect(readFraction('2022-03-16T23:16:57Z')).toBe('seconds');
  });
});
