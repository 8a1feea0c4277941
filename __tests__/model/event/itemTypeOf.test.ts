import { itemTypeOf, itemTypeSpellings } from '../../../model/event/itemTypeOf.ts';

describe('itemTypeOf', () => {
  it('knows a type as the page writes it and in lower case', () => {
    expect(itemTypeSpellings('ConnectCase')).toEqual(['ConnectCase', 'connect']);
    expect([itemTypeOf('ConnectCase'), itemTypeOf('connect')]).toEqual(['ConnectCase', 'ConnectCase']);
  });

  it('takes every other spelling for a type of tomorrow', () => {
    expect([itemTypeOf('COMMENT'), itemTypeOf('Survey'), itemTypeOf(7)]).toEqual([undefined, undefined, undefined]);
  });
});
