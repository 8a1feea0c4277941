import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { sample } from '../../../model/event/samples.ts';
import { invariant, unless } from '../../../model/invariants/invariant.ts';

describe('invariant', () => {
  it('holds if it lists no violation', () => {
    const event = sample('CASE.DELETED', exampleDomain);
    const wrong = { segments: ['id'], received: '"x"', allowed: '"y"' };
    expect(invariant('never', 'envelope', () => [wrong]).holds(event)).toBe(false);
    expect(invariant('always', 'envelope', () => []).holds(event)).toBe(true);
  });
});

describe('unless', () => {
  it('lists a violation if a condition is not met', () => {
    expect(unless(true, ['id'], '"x"', '"y"')).toEqual([]);
    expect(unless(false, ['id'], '"x"', '"y"')).toEqual([{ segments: ['id'], received: '"x"', allowed: '"y"' }]);
  });
});
