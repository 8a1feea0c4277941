import * as entry from '../../model/schemaEntry.ts';

describe('the entry of connect-cases-contracts/schema', () => {
  it('has the parser, its error, the readings and the schemas', () => {
    expect(Object.keys(entry).sort()).toEqual([
      'InvalidCaseEventError',
      'caseCreatedSchema',
      'caseDeletedSchema',
      'caseEventJsonSchema',
      'caseEventSchema',
      'caseUpdatedSchema',
      'fieldsOf',
      'parseCaseEvent',
      'readingsOf',
      'relatedItemCreatedSchema',
      'relatedItemDeletedSchema',
      'relatedItemUpdatedSchema',
    ]);
  });
});
