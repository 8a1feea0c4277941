import { instantSchema } from '../../../model/schema/instantSchema.ts';

describe('instantSchema', () => {
  const schema = instantSchema('timestamps');

  it.each([
    '2022-03-16T23:43:26Z',
    '2022-03-16T23:16:57.893Z',
    '2022-06-06T18:59:09.865709Z',
    '2024-02-29T00:00:00.000000000Z',
  ])('accepts %s', (text) => {
    expect(schema.safeParse(text).success).toBe(true);
  });

  it.each([
    '2022-03-16',
    '2022-03-16T23:43Z',
    '2022-03-16T23:43:26',
    '2022-03-16T23:43:26+00:00',
    '2023-02-29T00:00:00Z',
    '2022-03-16T24:00:00Z',
    '2022-03-16T23:43:26.Z',
    '2022-03-16T23:43:26.1234567890Z',
    '',
    1_647_474_206,
  ])('refuses %p', (value) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toBe(
      'must be an ISO 8601 instant in UTC such as "2022-03-16T23:16:57.893Z" [timestamps]',
    );
  });
});
