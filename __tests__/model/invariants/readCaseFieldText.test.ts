import { exampleDomain } from '../../../model/domain/exampleDomain.ts';
import { makeSample } from '../../../model/event/samples.ts';
import { readCaseFieldText } from '../../../model/invariants/readCaseFieldText.ts';
import { changed } from '../event/changed.ts';

describe('readCaseFieldText', () => {
  const event = makeSample('CASE.UPDATED', exampleDomain);

  it("is the text of a case's field", () => {
    expect(readCaseFieldText(event, 'status')).toBe('open');
  });

  it('is undefined without the field, without a text, or without fields', () => {
    expect(readCaseFieldText(event, 'toString')).toBeUndefined();
    expect(readCaseFieldText(event, exampleDomain.fields.refundAmount.id)).toBeUndefined();
    expect(readCaseFieldText(changed(event, 'detail.case.fields', undefined), 'status')).toBeUndefined();
    expect(readCaseFieldText(makeSample('RELATED_ITEM.CREATED', exampleDomain), 'status')).toBeUndefined();
  });
});
