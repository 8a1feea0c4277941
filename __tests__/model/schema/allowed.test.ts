import { readAllowed, writeAllowed } from '../../../model/schema/allowed.ts';

describe('writeAllowed and readAllowed', () => {
  it('undo each other', () => {
    const said = { allowed: 'one of [a, b]\nor "c"', fact: 'fieldValue' } as const;
    expect(writeAllowed({ allowed: 'a text', fact: 'envelope' })).toBe('must be a text [envelope]');
    expect(readAllowed(writeAllowed(said))).toEqual(said);
  });

  it('know no message of another origin', () => {
    expect(readAllowed('Invalid input: expected string')).toBeUndefined();
    expect(readAllowed('must be fine [noSuchFact]')).toBeUndefined();
  });
});
