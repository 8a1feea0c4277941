import { defineDomain, listIncludedFields } from '../../../model/domain/domain.ts';
import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { entrySize } from '../../../model/event/entrySize.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { fieldTypes } from '../../../model/facts/fieldTypes.ts';

describe('exampleDomain', () => {
  it('includes status, title, summary, case_reason and one custom field of every type', () => {
    const fields = listIncludedFields(exampleDomain);
    expect(fields.slice(0, 4).map(({ id }) => id)).toEqual(['status', 'title', 'summary', 'case_reason']);
    expect(fields.slice(4).map(({ type }) => type)).toEqual(expect.arrayContaining([...fieldTypes]));
    expect(fields).toHaveLength(4 + fieldTypes.length);
    expect(exampleDomain.includedData.relatedItemContent).toBe(true);
  });

  it('equals the result of defineDomain, and is frozen', () => {
    const definition = JSON.parse(JSON.stringify(exampleDomain));
    expect(exampleDomain).toStrictEqual(defineDomain(definition));
    expect(JSON.stringify(exampleDomain)).toBe(JSON.stringify(defineDomain(definition)));
    expect(Object.isFrozen(exampleDomain.fields.priority.options)).toBe(true);
  });

  it('has case events of a usual size', () => {
    expect(entrySize(makeSample('CASE.UPDATED', exampleDomain))).toBeLessThan(2048);
  });
});
