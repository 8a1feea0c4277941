import type { Contract } from '../../../../contracts/contract.ts';
import { contractsFor } from '../../../../contracts/contractsFor.ts';
import { ignored } from '../../../../contracts/ignored.ts';
import { exampleDomain } from '../../../../model/domain/exampleDomain.ts';
import { type Ambiguity, describeAmbiguity, listAmbiguities } from '../../../../src/harness/verdict/ambiguities.ts';
import { ignoringAll } from '../../../helpers/ignoringAll.ts';

const contracts = contractsFor(
  'refunds',
  {
    ...ignoringAll,
    'CASE.CREATED': ['case.caseId'],
    'CASE.UPDATED': ['case.fields.approver'],
    'RELATED_ITEM.CREATED': { Comment: ['relatedItem.comment.body'], Custom: ignored, otherwise: ignored },
  },
  { domain: exampleDomain },
);

function readingsOf(title: string): string[] {
  const contract = contracts.find((one) => one.title === title) as Contract;
  return listAmbiguities(contract).map(({ question, reading }) => `${question}: ${reading}`);
}

const everywhere = ['fraction: seconds', 'fraction: microseconds', 'fraction: nanoseconds', 'performedBy: absent'];
const ofCases = ['clearedField: emptyValue', 'userField: stringValue', 'entrySize: 1,048,576 bytes'];

test.each([
  [
    'refunds handles CASE.CREATED',
    [...everywhere, ...ofCases, 'changedFieldIds: absent', 'changedFieldIdsOnCreation: every field with a value'],
  ],
  ['refunds handles CASE.UPDATED', [...everywhere, ...ofCases, 'changedFieldIdsOnUpdate: absent']],
  ['refunds ignores CASE.DELETED', [...everywhere, ...ofCases, 'changedFieldIds: absent', 'deletedCase: caseId only']],
  [
    'refunds handles RELATED_ITEM.CREATED Comment',
    [
      ...everywhere,
      'relatedItemType: comment',
      'relatedItemEventType: CASE.RELATED_ITEM',
      'changedAttributes: comment.body',
      'anyChangedAttributes: absent',
      'itemContent: absent',
    ],
  ],
  [
    'refunds ignores RELATED_ITEM.CREATED Custom',
    [
      ...everywhere,
      'relatedItemType: comment',
      'relatedItemEventType: CASE.RELATED_ITEM',
      'anyChangedAttributes: absent',
      'itemContent: absent',
      'customItemFields: map',
      'entrySize: 1,048,576 bytes',
    ],
  ],
])('%s meets the readings that affect it', (title, readings) => {
  expect(readingsOf(title).sort()).toEqual([...readings].sort());
});

test('a row without item types asks which item types are updated', () => {
  expect(readingsOf('refunds ignores RELATED_ITEM.UPDATED')).toContain('updatedItemTypes: all');
  expect(readingsOf('refunds ignores RELATED_ITEM.DELETED')).toEqual(
    expect.arrayContaining(['relatedItemEventType: RELATED_ITEM', 'deletedItem: type and ids only']),
  );
});

test('a warning is one line with the fact, its certainty and its link', () => {
  const [ambiguity] = listAmbiguities(contracts[0] as Contract) as [Ambiguity];
  expect(describeAmbiguity(ambiguity, 'the handler fails')).toMatch(
    /^the handler fails if the answer to ".+\?" is ".+": .+ \((documented|modelled|observed|inferred), https:.+\)$/,
  );
});
