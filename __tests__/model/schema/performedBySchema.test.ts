import { performedBySchema } from '../../../model/schema/performedBySchema.ts';

describe('performedBySchema', () => {
  const iamPrincipalArn = 'arn:aws:iam::111122223333:role/R';

  it.each([
    [{ iamPrincipalArn }],
    [{ iamPrincipalArn, user: { userArn: 'arn' } }],
    [{ iamPrincipalArn, user: { customEntity: 'ops team' } }],
    [{ iamPrincipalArn, session: 'new' }],
  ])('accepts %j and keeps all of it', (value) => {
    expect(performedBySchema.safeParse(value)).toEqual({ success: true, data: value });
  });

  it.each([
    [{}],
    [{ iamPrincipalArn: '' }],
    [{ iamPrincipalArn, user: {} }],
    [{ iamPrincipalArn, user: null }],
    [{ iamPrincipalArn, user: undefined }],
    [{ iamPrincipalArn, user: { userArn: 'arn', customEntity: 'e' } }],
    [{ iamPrincipalArn, user: { userArn: 'arn', name: 'Jane' } }],
    [{ iamPrincipalArn, user: { customEntity: 'e ' } }],
    [{ iamPrincipalArn, user: { customEntity: 'x'.repeat(501) } }],
  ])('refuses %j', (value) => {
    expect(performedBySchema.safeParse(value).success).toBe(false);
  });
});
