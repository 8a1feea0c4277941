import { deepFreeze } from '../../../model/values/deepFreeze.ts';

describe('deepFreeze', () => {
  it('freezes a value and everything in it, and returns it', () => {
    const value = { list: [{ inner: 1 }] };
    expect(deepFreeze(value)).toBe(value);
    expect(Object.isFrozen(value.list[0])).toBe(true);
    expect(() => value.list.push({ inner: 2 })).toThrow('object is not extensible');
  });

  it('leaves scalars as they are', () => {
    expect([deepFreeze(null), deepFreeze('text'), deepFreeze(7)]).toEqual([null, 'text', 7]);
  });
});
