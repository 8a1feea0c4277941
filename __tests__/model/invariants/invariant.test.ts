import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { makeInvariant, reportUnless } from '../../../model/invariants/invariant.ts';

describe('makeInvariant', () => {
  it('holds if it lists no violation', () => {
    const event = makeSample('CASE.DELETED', exampleDomain);
    const wrong = { segments: ['id'], received: '"x"', allowed: '"y"' };
    expect(makeInvariant('never', 'envelope', () => [wrong]).holds(event)).toBe(false);
    expect(makeInvariant('always', 'envelope', () => []).holds(event)).toBe(true);
  });
});

describe('reportUnless', () => {
  it('lists a violation if a condition is not met', () => {
    expect(reportUnless(true, ['id'], '"x"', '"y"')).toEqual([]);
    expect(reportUnless(false, ['id'], '"x"', '"y"')).toEqual([{ segments: ['id'], received: '"x"', allowed: '"y"' }]);
  });
});
