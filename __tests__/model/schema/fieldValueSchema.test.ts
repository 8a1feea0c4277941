import { caseFieldsSchema, fieldListSchema, fieldValueSchema } from '../../../model/schema/fieldValueSchema.ts';

describe('fieldValueSchema', () => {
  it.each([
    [{ stringValue: '' }],
    [{ stringValue: '𝒳'.repeat(4100) }],
    [{ doubleValue: 5e-324 }],
    [{ doubleValue: -Number.MAX_VALUE }],
    [{ booleanValue: false }],
    [{ userArnValue: '' }],
    [{ emptyValue: {} }],
  ])('accepts %j', (value) => {
    expect(fieldValueSchema.safeParse(value)).toEqual({ success: true, data: value });
  });

  it.each([
    [{}],
    [{ stringValue: 'a', doubleValue: 1 }],
    [{ stringValue: null }],
    [{ stringValue: 'x'.repeat(4101) }],
    [{ doubleValue: '1' }],
    [{ doubleValue: Number.POSITIVE_INFINITY }],
    [{ doubleValue: Number.NaN }],
    [{ emptyValue: null }],
    [{ emptyValue: { a: 1 } }],
    [{ longValue: 1 }],
    ['open'],
    [null],
  ])('refuses %j', (value) => {
    expect(fieldValueSchema.safeParse(value).success).toBe(false);
  });
});

describe('fields', () => {
  const value = { stringValue: '' };

  it('are a map by id in events', () => {
    expect(caseFieldsSchema.safeParse({ 'refund amount.€': { value } }).success).toBe(true);
    expect(caseFieldsSchema.safeParse([{ id: 'a', value }]).success).toBe(false);
    expect(caseFieldsSchema.safeParse({ a: { value, id: 'a' } }).success).toBe(false);
    expect(caseFieldsSchema.safeParse({ ['x'.repeat(501)]: { value } }).success).toBe(false);
  });

  it('are a list in the API', () => {
    expect(fieldListSchema.safeParse([{ id: 'a', value }]).success).toBe(true);
    expect(fieldListSchema.safeParse([{ value }]).success).toBe(false);
  });
});
