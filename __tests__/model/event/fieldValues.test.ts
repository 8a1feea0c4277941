import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { resolveDialect } from '../../../model/event/dialect.ts';
import { listFieldValues } from '../../../model/event/fieldValues.ts';
import { makeSample } from '../../../model/event/samples.ts';

describe('listFieldValues', () => {
  const { feedback } = exampleDomain.fields;

  it('lists the values of a case with their ids and places', () => {
    const [first] = listFieldValues(makeSample('CASE.CREATED', exampleDomain));
    expect(first).toEqual({
      id: 'status',
      segments: ['detail', 'case', 'fields', 'status', 'value'],
      value: { stringValue: 'open' },
    });
  });

  it('lists those of a Custom related item, a list or a map', () => {
    const dialect = resolveDialect({ customItemFields: 'map' });
    const [inList] = listFieldValues(makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Custom' }));
    const [inMap] = listFieldValues(makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'Custom', dialect }));
    expect(inList).toMatchObject({
      id: feedback.id,
      segments: ['detail', 'relatedItem', 'custom', 'fields', 0, 'value'],
    });
    expect(inMap).toMatchObject({
      id: feedback.id,
      segments: ['detail', 'relatedItem', 'custom', 'fields', feedback.id, 'value'],
    });
  });

  it('is empty for an event without field values', () => {
    expect(listFieldValues(makeSample('RELATED_ITEM.CREATED', exampleDomain, { itemType: 'File' }))).toEqual([]);
  });
});
