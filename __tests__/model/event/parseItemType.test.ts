import { itemTypeSpellings, parseItemType } from '../../../model/event/parseItemType.ts';

describe('itemTypeOf', () => {
  it('knows a type as the page writes it and in lower case', () => {
    expect(itemTypeSpellings('ConnectCase')).toEqual(['ConnectCase', 'connect']);
    expect([parseItemType('ConnectCase'), parseItemType('connect')]).toEqual(['ConnectCase', 'ConnectCase']);
  });

  it('takes every other spelling for a type of tomorrow', () => {
    expect([parseItemType('COMMENT'), parseItemType('Survey'), parseItemType(7)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
