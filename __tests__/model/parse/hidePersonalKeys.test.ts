import { hidePersonalKeys } from '../../../model/parse/hidePersonalKeys.ts';

const value = { detail: { 'Jane D.': [{ value: 1 }], jane: { '': 1 }, [`"]${'\u{1f600}'.repeat(70)}`]: { id: 1 } } };

it.each<[readonly (string | number)[], string]>([
  [[], '$'],
  [['detail', 'case', 'caseId'], 'detail.case.caseId'],
  [['detail', 'Jane D.', 0, 'value'], 'detail[member 1, a name of 7 characters][0].value'],
  [['detail', 'jane', ''], 'detail[member 2, a name of 4 characters][member 1, a name of 0 characters]'],
  [['detail', `"]${'\u{1f600}'.repeat(70)}`, 'id'], 'detail[member 3, a name of 72 characters].id'],
  [['detail', 'gone'], 'detail[a member, a name of 4 characters]'],
])('%j is written as %s', (segments, told) => {
  expect(hidePersonalKeys(segments, value, () => false)).toBe(told);
});

it('names known from elsewhere stay', () => {
  expect(hidePersonalKeys(['detail', 'jane'], value, (name) => name === 'jane')).toBe('detail.jane');
});

it('the last member is not read', () => {
  const throwing = {
    get id(): never {
      throw new Error('read');
    },
  };
  expect(hidePersonalKeys(['id'], throwing, () => false)).toBe('id');
});
