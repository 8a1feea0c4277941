import type { Contract } from '../../../../contracts/contract.ts';
import { requireCarried } from '../../../../src/harness/rule/requireCarried.ts';
import type { TargetInput, Transport } from '../../../../src/harness/transports/transport.ts';
import { contractOf } from './pairs.ts';

const rows = { 'CASE.UPDATED': ['case.caseId', 'case.fields.title', 'performedBy'] };
const contract: Contract = contractOf({ rows, rule: { source: ['aws.cases'] } });

interface Sent {
  readonly account: string;
  readonly detail: {
    readonly case: { readonly caseId: string; readonly fields: object };
    readonly performedBy: object;
  };
}

function check(write: (event: Sent) => unknown): () => void {
  const input: TargetInput = {
    name: 'Rule.Targets[0].InputTransformer',
    write: (event) => JSON.stringify(write(event as Sent)) ?? '',
  };
  return () => requireCarried(contract, { input } as unknown as Transport);
}

test.each<[string, (event: Sent) => unknown, string]>([
  ['a constant', () => ({ source: 'cases' }), 'does not send case.caseId, case.fields.title, performedBy.'],
  ['a part', ({ detail }) => detail.case, 'does not send performedBy.'],
  [
    'a part without fields',
    ({ detail }) => ({ ...detail, case: { caseId: detail.case.caseId } }),
    'case.fields.title.',
  ],
  ['a place that no event has', (event) => (event as { details?: object }).details, 'does not send case.caseId'],
])('a target that sends %s drops what the row reads', (_, write, words) => {
  expect(check(write)).toThrow(`refunds handles CASE.UPDATED: the target of the rule does not send`);
  expect(check(write)).toThrow(words);
  expect(check(write)).toThrow('Let Rule.Targets[0].InputTransformer send it, or remove');
});

test('a target that sends what the row reads is right, and so is the event itself', () => {
  expect(check(({ detail }) => detail)).not.toThrow();
  expect(check(({ detail }) => ({ who: detail.performedBy, what: detail.case }))).not.toThrow();
  expect(() => requireCarried(contract, undefined)).not.toThrow();
});
