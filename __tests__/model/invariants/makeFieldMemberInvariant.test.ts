import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { type FieldScope, makeFieldMemberInvariant } from '../../../model/invariants/makeFieldMemberInvariant.ts';
import { changed } from '../event/changed.ts';

const { approver, refundAmount } = exampleDomain.fields;

function violationsOf(id: string, value: object, world: FieldScope = {}) {
  const event = changed(makeSample('CASE.UPDATED', exampleDomain), 'detail.case.fields', { [id]: { value } });
  return makeFieldMemberInvariant(world).violations(event);
}

describe('the member of a field', () => {
  const arn = 'arn:aws:connect:us-east-1:111122223333:instance/i/user/u';

  it('is known of system fields without a domain', () => {
    expect(violationsOf('status', { doubleValue: 1 })).toEqual([
      {
        segments: ['detail', 'case', 'fields', 'status', 'value'],
        received: 'an object with "doubleValue"',
        allowed: 'an object with "stringValue", because the field is of type SingleSelect',
      },
    ]);
    expect(violationsOf('status', { emptyValue: {} })).toEqual([]);
  });

  it('is known of custom fields with a domain only', () => {
    expect(violationsOf(refundAmount.id, { stringValue: '5' })).toEqual([]);
    expect(violationsOf(refundAmount.id, { stringValue: '5' }, { domain: exampleDomain })).toMatchObject([
      { allowed: 'an object with "doubleValue", because the field is of type Number' },
    ]);
    expect(violationsOf('nobody-knows', { booleanValue: true }, { domain: exampleDomain })).toEqual([]);
  });

  it('is either of two for a User field without a dialect, and one of them in a dialect', () => {
    for (const id of ['created_by', approver.id]) {
      const world = { domain: exampleDomain };
      const dialect = resolveDialect({ userField: 'stringValue' });
      expect(violationsOf(id, { userArnValue: arn }, world)).toEqual([]);
      expect(violationsOf(id, { stringValue: arn }, world)).toEqual([]);
      expect(violationsOf(id, { stringValue: arn }, { ...world, dialect: resolveDialect() })).toHaveLength(1);
      expect(violationsOf(id, { userArnValue: arn }, { ...world, dialect })).toHaveLength(1);
      expect(violationsOf(id, { stringValue: arn }, { ...world, dialect })).toEqual([]);
    }
  });

  it('may be userArnValue for assigned_user, whose type differs between pages', () => {
    expect(violationsOf('assigned_user', { userArnValue: arn })).toEqual([]);
    expect(violationsOf('assigned_user', { stringValue: arn })).toEqual([]);
  });

  it('is never userArnValue in a dialect without it', () => {
    const dialect = resolveDialect({ userField: 'stringValue' });
    expect(violationsOf('nobody-knows', { userArnValue: arn }, { dialect })).toMatchObject([
      { allowed: 'an object with "stringValue", "doubleValue", "booleanValue", "emptyValue"' },
    ]);
  });

  it('is checked in Custom related items too', () => {
    const custom = makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Custom' });
    const event = changed(custom, 'detail.relatedItem.custom.fields.1.value', { stringValue: '5' });
    expect(makeFieldMemberInvariant({ domain: exampleDomain }).violations(event)).toMatchObject([
      { segments: ['detail', 'relatedItem', 'custom', 'fields', 1, 'value'] },
    ]);
  });
});
