import { contractSpace } from '../../../../contracts/contractSpace.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { areReadsFixed } from '../../../../src/harness/rule/areReadsFixed.ts';
import { verify } from '../../../../src/harness/verify.ts';
import { inEmptyDirectories } from '../../../helpers/emptyDirectory.ts';
import { contractOf, ofField } from './pairs.ts';

const warnings = inEmptyDirectories();

const updates = { detail: { eventType: ['CASE.UPDATED'] } };
const closed = { detail: { ...updates.detail, ...ofField('status', { stringValue: ['closed'] }).detail } };
const template = { detail: { ...updates.detail, case: { templateId: ['11111111-2222-3333-4444-555555555555'] } } };
const goodwill = {
  detail: { ...updates.detail, ...ofField(exampleDomain.fields.goodwill.id, { booleanValue: [true] }).detail },
};

test.each<[string, object, readonly string[], boolean]>([
  ['one status', closed, ['case.fields.status'], true],
  ['one answer', goodwill, ['case.fields.goodwill'], true],
  ['one template', template, ['case.templateId'], true],
  ['one status, beside another path', closed, ['case.fields.status', 'case.caseId'], false],
  ['one type', updates, ['case.fields.status'], false],
])('a rule on %s fixes what the row reads: %s', (_, rule, paths, expected) => {
  const contract = contractOf({ rows: { 'CASE.UPDATED': paths }, rule });
  expect(areReadsFixed(contract, contractSpace(contract).schedule(contract.reads).plannedEvents)).toBe(expected);
});

test('verify says nothing of a handler that answers the only value that comes', async () => {
  const contract = contractOf({ rows: { 'CASE.UPDATED': ['case.fields.status'] }, rule: closed });
  const handler = (event: ReturnType<typeof JSON.parse>) => event.detail.case.fields.status.value.stringValue;
  await verify(contract, handler, { runs: 5 });
  expect(warnings.filter((line) => line.includes('nothing that comes out'))).toEqual([]);
});

test('verify still warns of a handler that answers nothing where the values differ', async () => {
  const contract = contractOf({ rows: { 'CASE.UPDATED': ['case.fields.status', 'case.caseId'] }, rule: closed });
  const handler = (event: ReturnType<typeof JSON.parse>) => {
    event.detail.case.fields.status.value.stringValue satisfies unknown;
    event.detail.case.caseId satisfies unknown;
  };
  await verify(contract, handler, { runs: 5 });
  expect(warnings.join()).toContain('nothing that comes out depends on the event');
});
