import { listItemTypeSpellings, parseItemType } from '../../../model/event/parseItemType.ts';

describe('parseItemType', () => {
  it('knows a type as the page writes it and in lower case', () => {
    expect(listItemTypeSpellings('ConnectCase')).toEqual(['ConnectCase', 'connect']);
    expect([parseItemType('ConnectCase'), parseItemType('connect')]).toEqual(['ConnectCase', 'ConnectCase']);
  });

  it('treats every other spelling as an unknown type', () => {
    expect([parseItemType('COMMENT'), parseItemType('Survey'), parseItemType(7)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
