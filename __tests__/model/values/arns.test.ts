import { makeCaseArn, makeConnectArn, makeDomainArn, makeRelatedItemArn } from '../../../model/values/arns.ts';

const place = { region: 'us-east-1', accountId: '111122223333', domainId: 'd' };

describe('ARNs', () => {
  it('of a domain, a case and a related item extend each other', () => {
    expect(makeDomainArn(place)).toBe('arn:aws:cases:us-east-1:111122223333:domain/d');
    expect(makeCaseArn(place, 'c')).toBe('arn:aws:cases:us-east-1:111122223333:domain/d/case/c');
    expect(makeRelatedItemArn(place, 'c', 'r')).toBe(
      'arn:aws:cases:us-east-1:111122223333:domain/d/case/c/related-item/r',
    );
  });

  it('of Connect name an instance and a resource', () => {
    expect(makeConnectArn(place, 'i', 'agent/a')).toBe('arn:aws:connect:us-east-1:111122223333:instance/i/agent/a');
  });
});
