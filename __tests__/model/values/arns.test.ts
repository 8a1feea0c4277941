import { caseArn, connectArn, domainArn, relatedItemArn } from '../../../model/values/arns.ts';

const place = { region: 'us-east-1', accountId: '111122223333', domainId: 'd' };

describe('ARNs', () => {
  it('of a domain, a case and a related item extend each other', () => {
    expect(domainArn(place)).toBe('arn:aws:cases:us-east-1:111122223333:domain/d');
    expect(caseArn(place, 'c')).toBe('arn:aws:cases:us-east-1:111122223333:domain/d/case/c');
    expect(relatedItemArn(place, 'c', 'r')).toBe('arn:aws:cases:us-east-1:111122223333:domain/d/case/c/related-item/r');
  });

  it('of Connect name an instance and a resource', () => {
    expect(connectArn(place, 'i', 'agent/a')).toBe('arn:aws:connect:us-east-1:111122223333:instance/i/agent/a');
  });
});
