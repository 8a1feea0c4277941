import { defineDomain, includedFields } from '../../../src/event/domain.ts';
import { entrySize } from '../../../src/event/entrySize.ts';
import { exampleDomain } from '../../../src/event/exampleDomain.ts';
import { sample } from '../../../src/event/samples.ts';
import { fieldTypes } from '../../../src/facts/fieldTypes.ts';

describe('exampleDomain', () => {
  it('includes status, title, summary, case_reason and one custom field of every type', () => {
    const fields = includedFields(exampleDomain);
    expect(fields.slice(0, 4).map(({ id }) => id)).toEqual(['status', 'title', 'summary', 'case_reason']);
    expect(fields.slice(4).map(({ type }) => type)).toEqual(expect.arrayContaining([...fieldTypes]));
    expect(fields).toHaveLength(4 + fieldTypes.length);
    expect(exampleDomain.includedData.relatedItemContent).toBe(true);
  });

  it('is what defineDomain makes of the same definition, which is frozen', () => {
    const definition = JSON.parse(JSON.stringify(exampleDomain));
    expect(exampleDomain).toStrictEqual(defineDomain(definition));
    expect(JSON.stringify(exampleDomain)).toBe(JSON.stringify(defineDomain(definition)));
    expect(Object.isFrozen(exampleDomain.fields.priority.options)).toBe(true);
  });

  it('has case events of a usual size', () => {
    expect(entrySize(sample('CASE.UPDATED', exampleDomain))).toBeLessThan(2048);
  });
});
