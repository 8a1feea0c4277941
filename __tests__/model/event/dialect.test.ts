import {
  type Dialect,
  defaultDialect,
  getFieldMember,
  resolveDialect,
  spellEventType,
  spellInstant,
  spellItemType,
} from '../../../model/event/dialect.ts';
import { openQuestions } from '../../../model/facts/openQuestions.ts';
import { InvalidArgumentError } from '../../../model/values/invalidArgument.ts';

describe('resolveDialect', () => {
  it('is the documented dialect by default', () => {
    expect(resolveDialect()).toEqual(defaultDialect);
    expect(resolveDialect({ fraction: 'seconds' })).toEqual({ ...defaultDialect, fraction: 'seconds' });
    expect(Object.keys(defaultDialect)).toEqual(Object.keys(openQuestions));
  });

  it('refuses questions and readings that do not exist', () => {
    expect(() => resolveDialect({ fractions: 'seconds' } as never)).toThrow(
      'the question name in dialect is "fractions". Did you mean "fraction"? Allowed: "relatedItemType", ',
    );
    expect(() => resolveDialect({ userField: 'stringvalue' } as never)).toThrow(
      new InvalidArgumentError({
        argument: 'dialect.userField',
        received: 'stringvalue',
        allowed: '"userArnValue", "stringValue"',
        todo: 'Did you mean "stringValue"?',
      }),
    );
    expect(() => resolveDialect([] as never)).toThrow('dialect is []; allowed: an object with');
  });
});

describe('a dialect', () => {
  it('spells event types', () => {
    const spell = (relatedItemEventType: 'documented' | 'RELATED_ITEM' | 'CASE.RELATED_ITEM') =>
      (['CASE.DELETED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED'] as const).map((type) =>
        spellEventType(type, resolveDialect({ relatedItemEventType })),
      );
    expect(spell('documented')).toEqual(['CASE.DELETED', 'RELATED_ITEM.UPDATED', 'CASE.RELATED_ITEM.DELETED']);
    expect(spell('RELATED_ITEM')).toEqual(['CASE.DELETED', 'RELATED_ITEM.UPDATED', 'RELATED_ITEM.DELETED']);
    expect(spell('CASE.RELATED_ITEM')).toEqual([
      'CASE.DELETED',
      'CASE.RELATED_ITEM.UPDATED',
      'CASE.RELATED_ITEM.DELETED',
    ]);
  });

  it('spells related item types, also unknown ones', () => {
    expect(spellItemType('ConnectCase', defaultDialect)).toBe('ConnectCase');
    expect(spellItemType('Survey', resolveDialect({ relatedItemType: 'comment' }))).toBe('survey');
  });

  it('spells instants with its fraction digits', () => {
    const spell = (fraction: 'seconds' | 'milliseconds' | 'microseconds' | 'nanoseconds') =>
      spellInstant(Date.parse('2022-03-16T23:16:57.893Z'), resolveDialect({ fraction }));
    expect(spell('seconds')).toBe('2022-03-16T23:16:57Z');
    expect(spell('milliseconds')).toBe('2022-03-16T23:16:57.893Z');
    expect(spell('microseconds')).toBe('2022-03-16T23:16:57.893211Z');
    expect(spell('nanoseconds')).toBe('2022-03-16T23:16:57.893211456Z');
  });

  it('drops zeros at the end of an instant, so that texts sort differently from instants', () => {
    const spell = (time: string, fraction: Dialect['fraction']) =>
      spellInstant(
        Date.parse(`2022-03-16T23:16:${time}Z`),
        resolveDialect({ fraction, fractionZeros: 'dropped' }),
      ).slice(17);
    expect(['50.000', '57.900', '57.950', '57.893'].map((time) => spell(time, 'milliseconds'))).toEqual([
      '50Z',
      '57.9Z',
      '57.95Z',
      '57.893Z',
    ]);
    expect(['57.900', '57.893'].map((time) => spell(time, 'microseconds'))).toEqual(['57.9Z', '57.893211Z']);
    expect(['57.900', '57.893'].map((time) => spell(time, 'nanoseconds'))).toEqual(['57.9Z', '57.893211456Z']);
    expect(spell('50.900', 'seconds')).toBe('50Z');
    expect('57.9Z' > '57.95Z').toBe(true);
  });

  it('decides the member of User fields only', () => {
    const dialect = resolveDialect({ userField: 'stringValue' });
    expect([getFieldMember('User', defaultDialect), getFieldMember('User', dialect)]).toEqual([
      'userArnValue',
      'stringValue',
    ]);
    expect(getFieldMember('Number', dialect)).toBe('doubleValue');
  });
});
