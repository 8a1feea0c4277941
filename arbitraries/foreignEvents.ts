// TEMPORARY placeholder by the lead so that verify compiles; replaced by the arbitraries engineer.
import fc, { type Arbitrary } from 'fast-check';
export function foreignEvents(_options?: object): Arbitrary<object> {
  return fc.constant({ source: 'aws.cases', 'detail-type': 'AWS API Call via CloudTrail', detail: { eventSource: 'cases.amazonaws.com', eventName: 'GetCase' } });
}
