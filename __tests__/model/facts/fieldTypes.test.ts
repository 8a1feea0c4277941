import {
  fieldTypes,
  fieldValueMembers,
  isSystemFieldId,
  memberByType,
  systemFieldIds,
  systemFields,
} from '../../../model/facts/fieldTypes.ts';

describe('field types', () => {
  it('each have a member for their values', () => {
    expect(Object.keys(memberByType)).toEqual([...fieldTypes]);
    expect(fieldValueMembers).toEqual(expect.arrayContaining(Object.values(memberByType)));
  });
});

describe('system fields', () => {
  it('are known by their ids, not by inherited names', () => {
    expect(systemFieldIds.filter(isSystemFieldId)).toEqual(Object.keys(systemFields));
    expect([isSystemFieldId('refundAmount'), isSystemFieldId('toString')]).toEqual([false, false]);
  });

  it('include the built-in statuses and the shorter summary', () => {
    expect(systemFields.status.options).toEqual(['open', 'closed']);
    expect(systemFields.summary.maximum).toBe(3000);
  });
});
