import {
  accountPattern,
  caseArnPattern,
  customEntityPattern,
  domainArnPattern,
  instantEndPattern,
  regionPattern,
} from '../../../model/values/patterns.ts';

const ofDomain = 'arn:aws:cases:us-east-1:111122223333:domain/d';

describe('patterns', () => {
  it.each([
    [regionPattern, ['us-east-1', 'ap-southeast-2', 'us-gov-west-1'], ['us-east', 'US-EAST-1', 'us-east-1a', '']],
    [accountPattern, ['111122223333'], ['1111-2222-3333', '11112222333', '1111222233334']],
    [domainArnPattern, [ofDomain], [`${ofDomain}/case/c`, ofDomain.replace('cases', 'connect'), `${ofDomain}/`]],
    [caseArnPattern, [`${ofDomain}/case/c`, `${ofDomain}/case/c/related-item/r`], [ofDomain, `${ofDomain}/case`]],
    [customEntityPattern, ['ops team@example.com', 'a:b/c_d-e.f'], ['', 'ends with a blank ', 'ümlaut']],
    [instantEndPattern, ['T23:16:57Z', 'T23:16:57.893211456Z'], ['T23:16:57', 'T23:16Z', 'T23:16:57.8932114567Z']],
  ])('%s matches exactly its values', (pattern, fitting, others) => {
    expect(fitting.filter((text) => !pattern.test(text))).toEqual([]);
    expect(others.filter((text) => pattern.test(text))).toEqual([]);
  });
});
