import { exampleDomain } from '../../../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../../../model/event/samples.ts';
import { compileRule } from '../../../../../model/rule/rule.ts';
import { decidesAlone } from '../../../../../src/harness/rule/disagreement/decidesAlone.ts';

const created = makeSample('CASE.CREATED', exampleDomain);
const deleted = { detail: { eventType: ['CASE.DELETED'] } };
const odd = { detail: { case: { caseId: ['no such case'] } } };

test.each<[string, unknown, boolean]>([
  ['another event type', deleted, true],
  ['another event type and a value', { detail: { ...deleted.detail, ...odd.detail } }, true],
  ['the event type', { detail: { eventType: ['CASE.CREATED'] } }, false],
  ['a value that this event does not have', odd, false],
  ['another event type, or a value', { $or: [deleted, odd] }, false],
  ['two patterns for other event types', [deleted, { source: ['aws.s3'] }], true],
  ['two patterns, of which one admits values', [deleted, odd], false],
])('a rule on %s refuses every event of a kind: %s', (_, pattern, expected) => {
  expect(decidesAlone(compileRule('rule', pattern), created)).toBe(expected);
});
